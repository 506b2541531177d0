using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A node gets money that it had given up: see <see cref="DebtWrittenOff"/>.</summary>
/// <param name="Creditor">Actor name of the gateway.</param>
/// <param name="Amount">What was due.</param>
/// <param name="Answers">Answers that were served for it.</param>
public sealed record DebtRecovered(string Creditor, OpgAmount Amount, int Answers) : Observation;
