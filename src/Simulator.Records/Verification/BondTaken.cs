using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A block took from a party's bond.</summary>
/// <param name="Height">The block.</param>
/// <param name="Party">Who lost.</param>
/// <param name="Answer">The answer it was about.</param>
/// <param name="Offence"><c>wrong_answer</c>, <c>false_accusation</c> or <c>wrong_approval</c>.</param>
/// <param name="Lost">What it lost: burned and rewarded together.</param>
/// <param name="Burned">What was destroyed of it.</param>
public sealed record BondTaken(
    long Height, string Party, Hash32 Answer, string Offence, OpgAmount Lost, OpgAmount Burned) : Observation;
