using Simulator.Chain.Bridge;
using Simulator.Chain.Disputes;
using Simulator.Chain.Execution;
using Simulator.Chain.Multicall;
using Simulator.Chain.Pipe;
using Simulator.Chain.Registry;
using Simulator.Chain.Relay;
using Simulator.Chain.Signatures;
using Simulator.Chain.Staking;
using Simulator.Chain.State;
using Simulator.Chain.Token;
using Simulator.Chain.Verification;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Blocks;

/// <summary>The network's own chain: enclaves are registered, evidence is settled and stake is held here.</summary>
/// <remarks>Fees are off, as its genesis has it; OPG is the coin's ERC-20 face.</remarks>
public sealed class InferenceChain
{
    /// <summary>OG-EVM: chain 10740, ten million gas per block, no base fee.</summary>
    public static readonly ChainSettings OgEvmSettings = new()
    {
        ChainId = Deployments.OgEvmChainId,
        BlockGasLimit = 10_000_000,
        InitialBaseFee = 0,
    };

    /// <summary>
    /// The admin deploys everything and is operator, relay, slasher, rewarder and bridge relayer at first.
    /// </summary>
    public InferenceChain(
        ChainSettings settings,
        Address admin,
        StakingSettings staking,
        ISignerRecovery recovery,
        IAttestationPrecompile precompile,
        PipeSettings? pipe = null,
        VerificationSettings? verification = null)
    {
        ContractMachine machine = new(settings.ChainId, new WorldState(settings.UndoDepth));
        Chain = new ContractChain(settings, machine);
        Token = new OpgToken(machine, TokenSettings.OgEvm, recovery, settings.KeepUsedSeconds);
        Registry = new TeeRegistry(machine, TeeRegistry.DefaultAddress, admin, precompile, settings.Flaws);
        Verifier = new TeeVerifier(machine, TeeVerifier.DefaultAddress, admin, Registry, precompile);
        Relay = new InferenceSettlementRelay(machine, InferenceSettlementRelay.DefaultAddress, admin, Verifier);
        Staking = new StakingContract(machine, admin, Token, staking, settings.Flaws);
        Bridge = new BridgeEndpoint(machine, Token, BridgeSide.Mint);
        Bridge.Appoint(admin);
        Hub = new InferenceHub(machine, InferenceHub.DefaultAddress, Verifier, pipe ?? new PipeSettings(), settings.Flaws);
        Answers = new AnswerVerification(machine, Token, verification ?? new VerificationSettings(), settings.Flaws);
        foreach (Contract contract in (Contract[])
            [Token, Registry, Verifier, Relay, Staking, Bridge, new Multicall3(machine), Hub, Answers])
        {
            machine.Deploy(contract);
        }
    }

    /// <summary>Blocks: produce, simulate, undo, head.</summary>
    public ContractChain Chain { get; }

    public OpgToken Token { get; }

    public TeeRegistry Registry { get; }

    public TeeVerifier Verifier { get; }

    public InferenceSettlementRelay Relay { get; }

    public StakingContract Staking { get; }

    public BridgeEndpoint Bridge { get; }

    public InferenceHub Hub { get; }

    public AnswerVerification Answers { get; }

    /// <summary>Allocates, does what the admin settled beforehand, and seals block 0.</summary>
    public BlockResult Start(InferenceGenesis genesis)
    {
        Allocate(genesis.Accounts);
        CallContext admin = new(genesis.Admin, new BlockContext(0, genesis.UnixTime));
        foreach (ContractCall call in genesis.Calls(this))
        {
            Revert? refused = Chain.Machine.Call(admin, call);
            Invariant.That(refused is null);
        }

        foreach ((Address holder, OpgAmount amount) in genesis.Stakes)
        {
            Revert? refused = Chain.Machine.Call(
                new CallContext(holder, new BlockContext(0, genesis.UnixTime)),
                new StakeCall(Staking.Address, amount.ToWord()));
            Invariant.That(refused is null);
        }

        foreach ((Address party, OpgAmount amount) in genesis.Bonds)
        {
            Revert? allowed = Token.Approve(party, Answers.Address, UInt256.MaxValue);
            Invariant.That(allowed is null);
            Revert? refused = Chain.Machine.Call(
                new CallContext(party, new BlockContext(0, genesis.UnixTime)),
                new BondCall(Answers.Address, amount.ToWord()));
            Invariant.That(refused is null);
        }

        return Chain.Start(genesis.UnixTime);
    }

    /// <summary>Allocates and seals block 0.</summary>
    public BlockResult Start(ChainGenesis genesis)
    {
        Allocate(genesis.Accounts);
        return Chain.Start(genesis.UnixTime);
    }

    private void Allocate(IReadOnlyList<GenesisAccount> accounts)
    {
        foreach (GenesisAccount account in accounts)
        {
            Token.Mint(account.Account, account.Opg, TransferCause.Genesis);
            Chain.Endow(account.Account, account.Wei);
            if (account.ApprovesStaking)
            {
                Revert? refused = Token.Approve(account.Account, Staking.Address, UInt256.MaxValue);
                Invariant.That(refused is null);
            }
        }
    }
}
