using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>Evidence of double signing in a block took stake.</summary>
/// <param name="Chain">Name of the chain: <c>inference</c>.</param>
/// <param name="Height">The block that holds the evidence.</param>
/// <param name="Validator">Actor name of the guilty.</param>
/// <param name="Evidence">Hash of the two votes.</param>
/// <param name="Lost">Stake taken.</param>
public sealed record ValidatorSlashed(
    string Chain,
    long Height,
    string Validator,
    Hash32 Evidence,
    OpgAmount Lost) : Observation;
