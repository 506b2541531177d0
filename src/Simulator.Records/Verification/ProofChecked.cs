using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>Somebody checked the zero-knowledge proof of an answer. The proof is modelled.</summary>
/// <param name="Request">The request.</param>
/// <param name="By">Who checked: the user, or the facilitator before it settled.</param>
/// <param name="Valid">Whether it proves the answer.</param>
public sealed record ProofChecked(RequestId Request, string By, bool Valid) : Observation;
