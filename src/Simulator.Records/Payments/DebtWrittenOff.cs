using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A node gives up money that is due to it.</summary>
/// <param name="Creditor">Actor name of the gateway.</param>
/// <param name="Amount">What was due.</param>
/// <param name="Answers">Answers that were served for it.</param>
/// <param name="Reason">The protocol's error name, or the rule.</param>
public sealed record DebtWrittenOff(string Creditor, OpgAmount Amount, int Answers, string Reason) : Observation;
