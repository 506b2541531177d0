using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>What one arrangement of payment ties up from now on: an authorised maximum, a deposit, a credit.</summary>
/// <param name="Arrangement">A session, a channel or an account; unique in the run.</param>
/// <param name="Amount">Zero once it is over.</param>
public sealed record CapitalHeld(string Arrangement, OpgAmount Amount) : Observation;
