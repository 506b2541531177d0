using Simulator.Actors.Network;
using Simulator.Chain.Blocks;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.PaymentChains;

/// <summary>What the payment chain's node runs.</summary>
public sealed record PaymentChainSettings
{
    /// <summary>Contracts deployed, nothing allocated yet.</summary>
    public required PaymentChain Chain { get; init; }

    public required IReadOnlyList<GenesisAccount> Genesis { get; init; }

    /// <summary>Allowances to Permit2 that are not unlimited.</summary>
    public required IReadOnlyList<(Address Owner, UInt256 Allowance)> Allowances { get; init; }

    public required SimDuration BlockInterval { get; init; }

    /// <summary>Null for a chain that never takes a block back.</summary>
    public Reorganisations? Reorganisations { get; init; }

    /// <summary>No block is produced after this instant.</summary>
    public required SimTime Until { get; init; }

    public required UnixClock Clock { get; init; }

    /// <summary>Names of accounts, for the ledger.</summary>
    public required IReadOnlyDictionary<Address, string> Names { get; init; }

    /// <summary>Virtual time to recover a transaction's sender.</summary>
    public required SimDuration RecoveryTime { get; init; }
}
