namespace Simulator.Protocol.Tests.Corruption;

/// <summary>A field whose change nobody notices, how many corruptions hit it first, and why the protocol leaves it open.</summary>
internal sealed record TableField(string Field, int Count, string Reason);
