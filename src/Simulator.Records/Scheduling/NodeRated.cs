using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A user thinks anew of a node, after an answer, a rejected one, a missed deadline or a refusal for want of room.</summary>
/// <param name="User">Who rates.</param>
/// <param name="Node">Actor name of the gateway.</param>
/// <param name="Score">From 0 to 10000.</param>
public sealed record NodeRated(string User, string Node, int Score) : Observation;
