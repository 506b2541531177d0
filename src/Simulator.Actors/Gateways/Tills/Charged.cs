using Simulator.Primitives;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>What became of a charge.</summary>
/// <param name="Amount">What the client owes for the answer; zero where its payment did not allow the price.</param>
/// <param name="Session">The session header of the answer, or null.</param>
internal readonly record struct Charged(OpgAmount Amount, string? Session);
