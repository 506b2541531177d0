using Simulator.Actors.PaymentChains;
using Simulator.Chain.Blocks;
using Simulator.Chain.Consensus;
using Simulator.Chain.Staking;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.FullNodes;

/// <summary>One node's own copy of the chain: makes blocks, judges them, executes them when they are final.</summary>
internal sealed class ExecutedChain
{
    /// <summary>How far a maker's clock may be ahead, in seconds.</summary>
    private const long FutureTolerance = 10;

    private const int EvidencePerBlock = 16;
    private const ulong BlockGas = 10_000_000;

    private readonly FullNodeSettings settings;
    private readonly InferenceChain chain;
    private readonly Mempool mempool;
    private readonly InferencePipe pipe;
    private readonly Bookkeeper books;
    private readonly StakeAnnouncer stakes;
    private readonly AnswerAnnouncer answers;
    private readonly DecisionLogs decisions;
    private readonly string chainId;
    private readonly List<DuplicateVote> reported = [];
    private readonly bool[] tombstoned;
    private readonly List<long> times = [];
    private Hash32? overdue;

    public ExecutedChain(FullNodeSettings settings, Mempool mempool, InferencePipe pipe, DecisionLogs decisions)
    {
        this.settings = settings;
        this.mempool = mempool;
        this.pipe = pipe;
        this.decisions = decisions;
        chain = settings.Chain;
        tombstoned = new bool[settings.Validators.Count];
        chainId = settings.Signatures.ChainId;
        books = new Bookkeeper(FullNode.ChainName, chain.Token, settings.Names);
        stakes = new StakeAnnouncer(chain);
        answers = new AnswerAnnouncer(settings.Names);
    }

    /// <summary>Whether block 0 is there; not so after a crash that lost everything.</summary>
    public bool IsStarted => times.Count > 0;

    /// <summary>Height of the newest block.</summary>
    public long Height => times.Count - 1;

    /// <summary>Hash of the newest block as validators voted on it; block 0's own hash at first.</summary>
    public Hash32 Head { get; private set; }

    public void Start(IActorContext context)
    {
        BlockResult genesis = chain.Start(settings.Genesis);
        Head = genesis.Header.Hash;
        times.Add((long)genesis.Header.UnixTime);
        Announce(genesis, null, context);
    }

    public ProposedBlock Make(int maker, int round, SimTime now)
    {
        return new ProposedBlock
        {
            Height = Height + 1,
            Parent = Head,
            ParentState = chain.Chain.Head.StateRoot,
            UnixTime = Math.Max(settings.Clock.At(now), times[^1]),
            Maker = maker,
            MadeInRound = round,
            Transactions = pipe.TakeReady(mempool.Waiting, BlockGas),
            Evidence = [.. reported.Take(EvidencePerBlock)],
        };
    }

    /// <summary>Whether the block may follow the newest one.</summary>
    public bool Accepts(ProposedBlock block, SimTime now) =>
        block.Height == Height + 1
        && block.Parent == Head
        && block.ParentState == chain.Chain.Head.StateRoot
        && block.UnixTime >= times[^1]
        && block.UnixTime <= settings.Clock.At(now) + FutureTolerance
        && block.Transactions.All(transaction => transaction.Content.ChainId == chain.Chain.Machine.ChainId)
        && block.Transactions.All(transaction => pipe.MayCarry(transaction.Content, (ulong)block.UnixTime))
        && block.Evidence.Count <= EvidencePerBlock
        && block.Evidence.All(IsFresh)
        && block.Evidence.DistinctBy(evidence => evidence.First.Validator).Count() == block.Evidence.Count;

    /// <summary>Whether this node believes what only those can judge who were there: that a request has had its time.</summary>
    public bool Believes(ProposedBlock block) =>
        block.Transactions.All(transaction => pipe.HadItsTime(transaction.Content));

    /// <summary>Whether an empty block could have held what this node knew of a block ago and still waits.</summary>
    public bool LeavesOut(ProposedBlock block) => block.Transactions.Count == 0
        && overdue is { } known && mempool.Waiting.Any(waiting => waiting.Content.Hash == known);

    /// <summary>Executes a final block; the node's own state after it.</summary>
    public Hash32 Execute(ProposedBlock block, IActorContext context)
    {
        BlockResult result = chain.Chain.Produce(
            (ulong)block.UnixTime,
            [.. block.Evidence.Select(evidence => (settings.Genesis.Admin, Punishment(evidence, block)))],
            [.. block.Transactions.Select(transaction => transaction.Content)]);
        mempool.Remove(result);
        Head = block.Hash;
        times.Add(block.UnixTime);
        foreach (DuplicateVote evidence in block.Evidence)
        {
            tombstoned[evidence.First.Validator] = true;
        }

        reported.RemoveAll(evidence => tombstoned[evidence.First.Validator]);
        Announce(result, block, context);
        decisions.OnBlock(result);
        pipe.OnBlock(result, [.. block.Transactions.Select(transaction => transaction.Content)], context);
        overdue = pipe.FirstReady(mempool.Waiting);
        return result.Header.StateRoot;
    }

    /// <summary>A validator was seen to sign twice; the next own block says so. One proof is enough.</summary>
    public void Report(DuplicateVote evidence)
    {
        if (IsFresh(evidence) && reported.TrueForAll(known => known.First.Validator != evidence.First.Validator))
        {
            reported.Add(evidence);
        }
    }

    // As in the Cosmos SDK, who was punished for double signing is not punished for it again.
    private bool IsFresh(DuplicateVote evidence) =>
        settings.Validators.Contains(evidence.First.Validator) && !tombstoned[evidence.First.Validator]
        && evidence.First.Height >= 1 && evidence.First.Height <= Height + 1
        && settings.Signatures.Holds(evidence.First) && settings.Signatures.Holds(evidence.Second);

    private SlashCall Punishment(DuplicateVote evidence, ProposedBlock block) => new SlashCall(
        chain.Staking.Address,
        settings.Validators[evidence.First.Validator].Operator,
        (byte)Offence.DoubleSign,
        evidence.Hash(chainId),
        (UInt256)(ulong)times[(int)evidence.First.Height - 1],
        settings.Validators[block.Maker].Operator);

    private void Announce(BlockResult result, ProposedBlock? block, IActorContext context)
    {
        if (!settings.AnnouncesBlocks)
        {
            return;
        }

        if (Height <= settings.Disk.AnnouncedHeight)
        {
            books.Repeat(result);
            stakes.Repeat();
            return;
        }

        settings.Disk.AnnouncedHeight = Height;
        SortedDictionary<Hash32, byte[]> raw = [];
        foreach (PooledTransaction transaction in block?.Transactions ?? [])
        {
            raw[transaction.Content.Hash] = transaction.Raw;
        }

        InferencePipe.Announce(
            result, [.. (block?.Transactions ?? []).Select(transaction => transaction.Content)], context);
        RegistryAnnouncer.Announce(result, chain.Registry, context);
        answers.Announce(result, context);
        books.Announce(result, hash => raw[hash], context);
        stakes.Announce(context);
        foreach (Slashed slashed in result.DutyLogs.Select(log => log.Event).OfType<Slashed>())
        {
            Validator guilty = settings.Validators.Members.First(validator => validator.Operator == slashed.Operator);
            context.Observe(new ValidatorSlashed(
                FullNode.ChainName, Height, guilty.Name, slashed.Evidence, slashed.Amount));
        }
    }
}
