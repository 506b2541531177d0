using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A full node says that it votes.</summary>
/// <param name="Chain">Name of the chain: <c>inference</c>.</param>
/// <param name="ChainId">What votes are signed for.</param>
/// <param name="Validator">Index in the validator set.</param>
/// <param name="Name">Its actor name.</param>
/// <param name="PublicKey">Ed25519, 32 bytes.</param>
/// <param name="Power">≥ 1.</param>
/// <param name="SignsVotes">False where the scenario models signatures: votes then carry none.</param>
public sealed record ValidatorDeclared(
    string Chain,
    string ChainId,
    int Validator,
    string Name,
    byte[] PublicKey,
    long Power,
    bool SignsVotes) : Observation;
