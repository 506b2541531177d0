using Simulator.Chain.State;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Execution;

/// <summary>Where contracts live: their directory, their state, and what the calls of the current block did.</summary>
public sealed class ContractMachine
{
    private readonly Dictionary<Address, Contract> contracts = [];
    private readonly List<Contract> deployed = [];
    private readonly List<TokenTransfer> transfers = [];
    private readonly List<ContractLog> logs = [];

    public ContractMachine(ulong chainId, WorldState state)
    {
        ChainId = chainId;
        State = state;
    }

    /// <summary>EIP-155 chain id; part of every signed digest.</summary>
    public ulong ChainId { get; }

    public WorldState State { get; }

    /// <summary>The transaction being executed, −1 outside of one.</summary>
    internal int Transaction { get; set; } = -1;

    public void Deploy(Contract contract)
    {
        contracts.Add(contract.Address, contract);
        deployed.Add(contract);
    }

    public Contract? Find(Address address) => contracts.GetValueOrDefault(address);

    public bool HasCode(Address address) => contracts.ContainsKey(address);

    /// <summary>Runs a call from outside; a revert leaves neither state nor events behind.</summary>
    /// <remarks>A call to an account without code succeeds and does nothing.</remarks>
    public Revert? Call(in CallContext context, ContractCall call)
    {
        if (Find(call.Target) is not { } contract)
        {
            return null;
        }

        CallContext inner = context;
        return Try(() => contract.Execute(inner, call));
    }

    /// <summary>A nested call whose revert the caller survives, as Solidity's try/catch.</summary>
    public Revert? Try(Func<Revert?> call)
    {
        WorldState.Checkpoint checkpoint = State.Mark();
        int transfersBefore = transfers.Count;
        int logsBefore = logs.Count;
        Revert? revert = call();
        if (revert is not null)
        {
            State.RollBack(checkpoint);
            transfers.RemoveRange(transfersBefore, transfers.Count - transfersBefore);
            logs.RemoveRange(logsBefore, logs.Count - logsBefore);
        }

        return revert;
    }

    /// <summary>Runs a call and takes everything back: what <c>eth_call</c> answers.</summary>
    public Revert? Simulate(in CallContext context, ContractCall call)
    {
        WorldState.Checkpoint checkpoint = State.Mark();
        int transfersBefore = transfers.Count;
        int logsBefore = logs.Count;
        Revert? revert = Call(context, call);
        State.RollBack(checkpoint);
        transfers.RemoveRange(transfersBefore, transfers.Count - transfersBefore);
        logs.RemoveRange(logsBefore, logs.Count - logsBefore);
        return revert;
    }

    internal void BeginBlock(in BlockContext block)
    {
        foreach (Contract contract in deployed)
        {
            contract.BeginBlock(block);
        }
    }

    internal void Emit(Address contract, ContractEvent happened) =>
        logs.Add(new ContractLog(contract, happened, Transaction));

    internal void RecordTransfer(Address token, Address from, Address to, OpgAmount amount, TransferCause cause)
    {
        Invariant.That(cause != TransferCause.Unset);
        transfers.Add(new TokenTransfer(token, from, to, amount, cause, Transaction));
    }

    /// <summary>What happened since the last take, in order.</summary>
    internal (IReadOnlyList<TokenTransfer> Transfers, IReadOnlyList<ContractLog> Logs) TakeEffects()
    {
        (TokenTransfer[] Transfers, ContractLog[] Logs) taken = ([.. transfers], [.. logs]);
        transfers.Clear();
        logs.Clear();
        return taken;
    }
}
