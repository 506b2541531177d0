using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Facilitators.Frauds;

/// <summary>How a facilitator cheats.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Name">Name in the catalogue of frauds.</param>
/// <param name="Share">Share of the occasions, in [0, 1].</param>
/// <param name="Hold">For delays: how long a settlement lies about.</param>
/// <param name="Against">For censorship: accounts that are not served, as payers or as recipients.</param>
public sealed record FacilitatorFraud(
    FacilitatorFraudKind Kind, string Name, Ratio Share, SimDuration Hold, IReadOnlyList<Address> Against);
