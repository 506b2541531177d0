namespace Simulator.Protocol.Tests.Corruption;

/// <summary>A field whose change nobody notices, how many corruptions hit it, and why it is open.</summary>
internal sealed record TableField(string Field, int Count, string Reason);
