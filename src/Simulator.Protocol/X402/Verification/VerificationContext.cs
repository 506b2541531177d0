using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>What a facilitator knows without asking the chain.</summary>
/// <param name="Now">Its clock in whole Unix seconds.</param>
/// <param name="OwnAddresses">The accounts it settles from.</param>
/// <param name="SponsorsApprovals">
/// Whether it broadcasts payers' approval transactions (<c>erc20ApprovalGasSponsoring</c>).
/// </param>
/// <param name="SimulatesBundles">
/// Whether it can simulate such a transaction together with the settlement behind it.
/// </param>
public sealed record VerificationContext(
    ulong Now,
    IReadOnlyList<Address> OwnAddresses,
    bool SponsorsApprovals = true,
    bool SimulatesBundles = false);
