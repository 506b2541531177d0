namespace Simulator.Scenarios.Problems;

/// <summary>What is wrong with a value, before it is known where the value stands.</summary>
internal readonly record struct Complaint(string What, string Expected, string Hint);
