using Simulator.Chain.Execution;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Blocks;

/// <summary>A chain of executed blocks over one state: executes, simulates, takes back.</summary>
/// <remarks>
/// Deploy the contracts and allocate genesis balances first, then call <see cref="Start"/>. Pure: the same sequence of
/// calls gives the same hashes everywhere. All validators of a run may share one instance, since execution is the same
/// for all; it is not thread-safe.
/// </remarks>
public sealed class ContractChain
{
    private readonly ChainSettings settings;
    private readonly Accounts accounts;
    private readonly TransactionExecutor executor;
    private readonly LinkedList<BlockHeader> headers = new();

    public ContractChain(ChainSettings settings, ContractMachine machine)
    {
        Invariant.That(settings.ChainId == machine.ChainId);
        this.settings = settings;
        Machine = machine;
        accounts = new Accounts(machine.State);
        executor = new TransactionExecutor(settings, machine, accounts);
    }

    public ContractMachine Machine { get; }

    /// <summary>The newest block.</summary>
    public BlockHeader Head => headers.Last?.Value ?? throw Invariant.Unreachable("a chain without genesis");

    /// <summary>Blocks that a reorganisation can take back now.</summary>
    public int BlocksThatCanBeUndone => headers.Count - 1;

    public UInt128 NextBaseFee => FeeMarket.NextBaseFee(Head.BaseFee, Head.GasUsed, settings.BlockGasLimit);

    /// <summary>Native coin ever issued minus what fees burned; always the sum over all accounts.</summary>
    public UInt128 NativeSupply => accounts.Issued - accounts.Burned;

    public AccountState Account(Address address) => accounts[address];

    /// <summary>Native coin out of nothing, before <see cref="Start"/> only.</summary>
    public void Endow(Address account, UInt128 wei)
    {
        Invariant.That(headers.Count == 0);
        accounts.Issue(account, wei);
    }

    /// <summary>Seals what was deployed and allocated as block 0.</summary>
    public BlockResult Start(ulong unixTime)
    {
        Invariant.That(headers.Count == 0);
        return Seal(new BlockContext(0, unixTime), settings.InitialBaseFee, [], []);
    }

    /// <summary>Executes the transactions in the given order on top of the newest block.</summary>
    /// <remarks>
    /// The time is in seconds and not before the parent's. The producer's own number enters the header alone: two blocks
    /// that are otherwise equal differ by it.
    /// </remarks>
    public BlockResult Produce(ulong unixTime, IReadOnlyList<ChainTransaction> transactions, ulong extraData = 0) =>
        Produce(unixTime, [], transactions, extraData);

    /// <summary>As above, after calls that the block itself makes: what its evidence asks for.</summary>
    /// <remarks>A duty that reverts has had no effect; that is no reason to refuse the block.</remarks>
    public BlockResult Produce(
        ulong unixTime,
        IReadOnlyList<(Address Sender, ContractCall Call)> blockDuties,
        IReadOnlyList<ChainTransaction> transactions,
        ulong extraData = 0)
    {
        Invariant.That(unixTime >= Head.UnixTime);
        BlockContext block = new(Head.Height + 1, unixTime);
        UInt128 baseFee = NextBaseFee;
        Machine.BeginBlock(block);
        foreach ((Address sender, ContractCall call) in blockDuties)
        {
            Machine.Call(new CallContext(sender, block), call);
        }

        (IReadOnlyList<TokenTransfer> Transfers, IReadOnlyList<ContractLog> Logs) duties = Machine.TakeEffects();
        (List<TransactionReceipt> receipts, List<RefusedTransaction> refused) = Run(transactions, block, baseFee);
        return Seal(block, baseFee, receipts, refused, extraData) with
        {
            DutyTransfers = duties.Transfers,
            DutyLogs = duties.Logs,
        };
    }

    /// <summary>
    /// What the newest state would answer to a call, with its block's height and time, as <c>eth_call</c>.
    /// </summary>
    /// <returns>Null for success. Nothing is changed either way.</returns>
    public Revert? Simulate(Address sender, ContractCall call) =>
        Machine.Simulate(new CallContext(sender, new BlockContext(Head.Height, Head.UnixTime)), call);

    /// <inheritdoc cref="Simulate(Address, ContractCall)"/>
    /// <remarks>A call to an account without code succeeds and does nothing, as on the EVM.</remarks>
    public Revert? Simulate(Address sender, Address to, ReadOnlySpan<byte> data)
    {
        if (Machine.Find(to) is not { } contract)
        {
            return null;
        }

        return contract.Decode(data) is { } call ? Simulate(sender, call) : SolidityErrors.Bare();
    }

    /// <summary>The data a view returns at the newest block; null when the call is no view of that contract.</summary>
    public byte[]? Answer(Address to, ReadOnlySpan<byte> data) =>
        Machine.Find(to) is { } contract && contract.Decode(data) is { } call
            ? contract.Answer(new BlockContext(Head.Height, Head.UnixTime), call)
            : null;

    /// <summary>Takes back the newest block; its transactions may be offered again.</summary>
    public BlockHeader UndoBlock()
    {
        Invariant.That(BlocksThatCanBeUndone > 0);
        BlockHeader undone = Head;
        headers.RemoveLast();
        Machine.State.UndoBlock();
        Invariant.That(Machine.State.Root == Head.StateRoot);
        return undone;
    }

    private static Hash32 RootOf(IEnumerable<Hash32> hashes) =>
        Keccak256.Hash(hashes.SelectMany(hash => hash.ToArray()).ToArray());

    private (List<TransactionReceipt> Receipts, List<RefusedTransaction> Refused) Run(
        IReadOnlyList<ChainTransaction> transactions, in BlockContext block, UInt128 baseFee)
    {
        List<TransactionReceipt> receipts = new(transactions.Count);
        List<RefusedTransaction> refused = [];
        ulong gasLeft = settings.BlockGasLimit;
        foreach (ChainTransaction transaction in transactions)
        {
            TransactionRefusal reason = executor.Check(transaction, baseFee, gasLeft);
            if (reason != TransactionRefusal.Unset)
            {
                refused.Add(new RefusedTransaction(transaction.Hash, reason));
                continue;
            }

            receipts.Add(executor.Run(transaction, block, baseFee, receipts.Count));
            gasLeft -= receipts[^1].GasUsed;
        }

        return (receipts, refused);
    }

    private BlockResult Seal(
        in BlockContext block,
        UInt128 baseFee,
        List<TransactionReceipt> receipts,
        List<RefusedTransaction> refused,
        ulong extraData = 0)
    {
        (IReadOnlyList<TokenTransfer> transfers, IReadOnlyList<ContractLog> logs) = Machine.TakeEffects();
        BlockHeader header = new(
            headers.Last?.Value.Hash ?? Hash32.Zero,
            block.Height,
            block.UnixTime,
            receipts.Aggregate(0UL, (sum, receipt) => sum + receipt.GasUsed),
            baseFee,
            RootOf(receipts.Select(receipt => receipt.Entry)),
            RootOf(receipts.Select(receipt => receipt.Commitment())),
            Machine.State.Seal(),
            extraData);
        headers.AddLast(header);
        if (headers.Count > settings.UndoDepth + 1)
        {
            headers.RemoveFirst();
        }

        return new BlockResult
        {
            Header = header,
            Receipts = receipts,
            Refused = refused,
            DutyTransfers = transfers,
            DutyLogs = logs,
        };
    }
}
