namespace Simulator.Reporting;

/// <summary>Requests by how they ended. The parts add up to <paramref name="Issued"/>.</summary>
public sealed record RequestCounts(long Issued, long Accepted, long Refused, long Rejected, long TimedOut, long Open);
