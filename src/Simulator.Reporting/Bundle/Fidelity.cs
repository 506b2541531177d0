namespace Simulator.Reporting;

/// <summary>How one part of the network was treated in the run.</summary>
/// <param name="Part">What: <c>RSA-PSS signatures</c>.</param>
/// <param name="Kind"><c>real</c>, <c>recorded</c> or <c>modelled</c>.</param>
/// <param name="Note">One sentence a reader can judge it by.</param>
public sealed record Fidelity(string Part, string Kind, string Note);
