using Simulator.Chain.Bridge;
using Simulator.Chain.Channels;
using Simulator.Chain.Execution;
using Simulator.Chain.Permit2;
using Simulator.Chain.Proxies;
using Simulator.Chain.Signatures;
using Simulator.Chain.State;
using Simulator.Chain.Token;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Blocks;

/// <summary>The chain that money is paid on: OPG token, Permit2 and the x402 proxies at their real addresses.</summary>
public sealed class PaymentChain
{
    /// <summary>Base: chain 8453.</summary>
    public static readonly ChainSettings BaseSettings = new() { ChainId = 8453, InitialBaseFee = 10_000_000 };

    public PaymentChain(ChainSettings settings, TokenSettings token, ISignerRecovery recovery)
    {
        ContractMachine machine = new(settings.ChainId, new WorldState(settings.UndoDepth));
        Chain = new ContractChain(settings, machine);
        Token = new OpgToken(machine, token, recovery, settings.KeepUsedSeconds);
        Permit2 = new Permit2Contract(machine, recovery, settings.KeepUsedSeconds, settings.Flaws);
        ExactProxy = new ExactPermit2Proxy(machine, Permit2);
        UptoProxy = new UptoPermit2Proxy(machine, Permit2, settings.Flaws);
        Channels = new ChannelContract(machine, recovery, settings.Flaws);
        Bridge = new BridgeEndpoint(machine, Token, BridgeSide.Escrow);
        foreach (Contract contract in (Contract[])
            [
                Token, Permit2, ExactProxy, UptoProxy, Channels, Bridge,
                new Erc3009DepositCollector(machine), new Permit2DepositCollector(machine, Permit2),
            ])
        {
            machine.Deploy(contract);
        }
    }

    /// <summary>Blocks: produce, simulate, undo, head.</summary>
    public ContractChain Chain { get; }

    public OpgToken Token { get; }

    public Permit2Contract Permit2 { get; }

    public ExactPermit2Proxy ExactProxy { get; }

    public UptoPermit2Proxy UptoProxy { get; }

    public ChannelContract Channels { get; }

    /// <summary>The escrow end of the bridge.</summary>
    public BridgeEndpoint Bridge { get; }

    /// <summary>Allocates and seals block 0.</summary>
    public BlockResult Start(ChainGenesis genesis)
    {
        foreach (GenesisAccount account in genesis.Accounts)
        {
            Token.Mint(account.Account, account.Opg, TransferCause.Genesis);
            Chain.Endow(account.Account, account.Wei);
            if (account.ApprovesPermit2)
            {
                Revert? refused = Token.Approve(account.Account, Permit2.Address, UInt256.MaxValue);
                Invariant.That(refused is null);
            }
        }

        if (!genesis.BridgeAdmin.IsZero)
        {
            Bridge.Appoint(genesis.BridgeAdmin);
        }

        return Chain.Start(genesis.UnixTime);
    }
}
