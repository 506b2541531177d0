using Simulator.Actors.PaymentChains;
using Simulator.Actors.Planting;
using Simulator.Chain.Blocks;
using Simulator.Chain.Token;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Scenarios.Worlds;

/// <summary>Places the payment chain and collects what its genesis block holds.</summary>
internal sealed class PaymentChainAssembly
{
    private const string Name = "payment-chain";

    private readonly WorldSite site;
    private readonly List<GenesisAccount> genesis = [];
    private readonly List<(Address Owner, UInt256 Allowance)> allowances = [];

    // The factory runs when the world is built, after every party has been added to the genesis block.
    public PaymentChainAssembly(WorldSite site)
    {
        this.site = site;
        Actor = site.Builder.AddActor(
            site.Builder.AddHost(Name),
            Name,
            () => Flaws.InPaymentChain(new PaymentChainNode(SettingsOf()), site.Bug));
    }

    /// <summary>Its RPC.</summary>
    public ActorRef Actor { get; }

    /// <summary>Gives an account OPG, ETH for gas, and Permit2 an allowance on it, all in the genesis block.</summary>
    public void Endow(GenesisAccount account, UInt256? allowance = null)
    {
        genesis.Add(account);
        if (allowance is { } limit)
        {
            allowances.Add((account.Account, limit));
        }
    }

    private PaymentChainSettings SettingsOf()
    {
        Settings.ChainSettings chain = site.Scenario.Chains.Payment;
        return new PaymentChainSettings
        {
            Chain = new PaymentChain(
                PaymentChain.BaseSettings with
                {
                    Flaws = Flaws.InContracts(site.Bug),
                    InitialBaseFee = chain.BaseFee,
                },
                TokenSettings.Base,
                new RememberedRecovery()),
            Genesis = genesis,
            Allowances = allowances,
            BlockInterval = chain.Block,
            Reorganisations = chain.Reorganisations is { } rule ? new Reorganisations(rule.Share, rule.Depth) : null,
            Until = site.Until,
            Clock = site.Clock,
            Names = WithContracts(site.Accounts.Names),
            RecoveryTime = chain.Recovery,
        };
    }

    private static SortedDictionary<Address, string> WithContracts(IReadOnlyDictionary<Address, string> names)
    {
        SortedDictionary<Address, string> all = [];
        foreach ((Address address, string name) in names)
        {
            all.Add(address, name);
        }

        all[Deployments.OpgToken] = "OPG token";
        all[Deployments.Permit2] = "Permit2";
        all[Deployments.UptoProxy] = "upto proxy";
        all[Deployments.ExactProxy] = "exact proxy";
        return all;
    }
}
