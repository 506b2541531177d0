using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Blocks;

/// <summary>What an account holds when a chain begins.</summary>
/// <param name="Account">Who.</param>
/// <param name="Opg">Token.</param>
/// <param name="Wei">Native coin for fees.</param>
public sealed record GenesisAccount(Address Account, OpgAmount Opg, UInt128 Wei = default)
{
    /// <summary>Whether the account begins with an unlimited allowance to Permit2.</summary>
    public bool ApprovesPermit2 { get; init; }

    /// <summary>Whether the account begins with an unlimited allowance to the staking contract.</summary>
    public bool ApprovesStaking { get; init; }
}

/// <summary>The first block of a chain.</summary>
/// <param name="UnixTime">Seconds since 1970.</param>
/// <param name="Accounts">Allocated in this order.</param>
public sealed record ChainGenesis(ulong UnixTime, IReadOnlyList<GenesisAccount> Accounts)
{
    /// <summary>Payment chain: who administers its end of the bridge and relays to it; nobody when zero.</summary>
    public Address BridgeAdmin { get; init; }
}
