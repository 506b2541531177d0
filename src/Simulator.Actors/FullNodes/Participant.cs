using Simulator.Actors.FullNodes.Frauds;
using Simulator.Chain.Consensus;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.FullNodes;

/// <summary>A full node's part in consensus: between the messages of its peers and the state machine.</summary>
internal sealed class Participant : IConsensusHost
{
    private const int EarlyWordsPerValidator = 8;

    private readonly FullNodeSettings settings;
    private readonly ExecutedChain chain;
    private readonly VoteSigner signer;
    private readonly Adversary adversary;
    private readonly Witness witness;
    private readonly BlockArchive archive;
    private readonly Dictionary<Hash32, ProposedBlock> proposed = [];
    private readonly List<Message> early = [];
    private ConsensusMachine machine;
    private CheckDesk desk;
    private IActorContext context = null!;
    private (long Height, int Round, ConsensusStep Step) before;
    private long attempts;

    public Participant(FullNodeSettings settings, ExecutedChain chain)
    {
        this.settings = settings;
        this.chain = chain;
        signer = new VoteSigner(settings);
        adversary = new Adversary(settings, signer);
        witness = new Witness(settings, adversary.IsCorrect);
        archive = new BlockArchive(settings.KeptBlocks);
        (machine, desk) = NewMachine();
    }

    private int Index => settings.Validators.Contains(settings.Self) ? settings.Self : ConsensusMachine.Observer;

    /// <summary>Begins the height after the newest block, at the start and after a restart.</summary>
    public void Begin(IActorContext now)
    {
        context = now;
        early.Clear();
        (machine, desk) = NewMachine();
        machine.Begin(chain.Height + 1, settings.Disk.Signed.Held);
        ScheduleGossip();
    }

    public void OnProposeBlock(ProposeBlock message, IActorContext now)
    {
        context = now;
        adversary.Overhear(message, now);
        if (message.Proposal.Height > machine.Height)
        {
            KeepEarly(message, message.Proposal.Height);
        }
        else if (message.Proposal.Height == machine.Height)
        {
            desk.Add(message, settings.ProposalCheck, now);
            TakeEarly();
        }
    }

    public void OnCastVote(CastVote message, IActorContext now)
    {
        context = now;
        long height = message.Vote.Height;
        if (height == machine.Height)
        {
            desk.Add(message, now);
            TakeEarly();
        }
        else if (height > machine.Height)
        {
            KeepEarly(message, height);
        }
    }

    public void OnTimeoutDue(TimeoutDue message, IActorContext now)
    {
        context = now;
        desk.TakeUp(now.Now);
        NoticeMissedTurn(message);
        machine.Expire(message.Kind, message.Height, message.Round);
        TakeEarly();
    }

    public void OnChecksDone(IActorContext now)
    {
        context = now;
        desk.OnChecksDone(now);
        TakeEarly();
    }

    public void OnGossipDue(IActorContext now)
    {
        context = now;
        desk.TakeUp(now.Now);
        (long, int, ConsensusStep Step) standing = (machine.Height, machine.Round, machine.Step);
        if (standing == before && standing.Step != ConsensusStep.Commit && adversary.Answers)
        {
            ToAll(new AskMissing(settings.Self, machine.StatusNow(attempts++)));
        }

        before = standing;
        ScheduleGossip();
    }

    public void OnAskMissing(ActorRef from, AskMissing message, IActorContext now)
    {
        context = now;
        ConsensusStatus status = message.Status;
        bool relays = status.AsksToRelay(message.Node, settings.Self, settings.Nodes.Count);
        if (!adversary.Answers)
        {
            return;
        }

        if (status.Height > machine.Height)
        {
            now.Tell(from, new GetBlocks(machine.Height));
        }
        else if (status.Height == machine.Height)
        {
            machine.AnswerTo(status, relays, new Peer(this, from));
        }

        if (relays)
        {
            Answer(from, status.Height);
        }
    }

    public void OnGetBlocks(ActorRef from, GetBlocks message, IActorContext now)
    {
        context = now;
        if (adversary.Answers)
        {
            Answer(from, message.From);
        }
    }

    public void OnCommittedBlocks(ActorRef from, CommittedBlocks message, IActorContext now)
    {
        context = now;
        long votes = message.Blocks.Sum(block => (long)block.Certificate.Precommits.Count);
        desk.Add(message, (settings.VoteCheck * votes) + (settings.ProposalCheck * message.Blocks.Count), now);
        if (message.Blocks.Count > 1)
        {
            now.Tell(from, new GetBlocks(message.Blocks[^1].Block.Height + 1));
        }
    }

    Hash32 IConsensusHost.MakeBlock(long height, int round)
    {
        ProposedBlock block = chain.Make(settings.Self, round, context.Now);
        if (adversary.Censors && block.Transactions.Count > 0)
        {
            Adversary.AdmitCensorship(height, round, context);
            block = block with { Transactions = [] };
        }

        proposed[block.Hash] = block;
        return block.Hash;
    }

    Proposal? IConsensusHost.Propose(
        long height, int round, int polRound, Hash32 block, IReadOnlyList<Vote> justification)
    {
        if (!proposed.TryGetValue(block, out ProposedBlock? content)
            || !settings.Disk.Signed.MayPropose(height, round, block))
        {
            return null;
        }

        Proposal proposal = signer.Sign(height, round, polRound, block, justification, context.Now);
        adversary.Propose(new ProposeBlock(proposal, content), context);
        if (adversary.IsCorrect)
        {
            context.Observe(new BlockProposed(FullNode.ChainName, height, round, block));
        }

        return proposal;
    }

    Vote? IConsensusHost.Cast(VoteType type, long height, int round, Hash32 block)
    {
        if (!settings.Disk.Signed.MayVote(type, height, round, block))
        {
            return null;
        }

        CastVote message = signer.Sign(type, height, round, block, context.Now);
        adversary.Cast(message, machine.ProposerOf(round), context);
        desk.CountOwn(message.Vote);
        return message.Vote;
    }

    void IConsensusHost.Schedule(TimeoutKind kind, long height, int round, SimDuration after)
    {
        if (kind == TimeoutKind.Propose && adversary.ForgetsLocks)
        {
            machine.Forget();
        }

        if (context.Now + after <= settings.Until)
        {
            context.StartTimer(after, new TimeoutDue(kind, height, round));
        }
    }

    void IConsensusHost.Remember(ConsensusLock held) => settings.Disk.Signed.Held = held;

    void IConsensusHost.Commit(CommitCertificate certificate) =>
        Commit(new CertifiedBlock(proposed[certificate.Block], certificate), caughtUp: false);

    void IConsensusHost.Report(DuplicateVote evidence)
    {
        witness.OfDoubleVote(evidence, context);
        chain.Report(evidence);
    }

    private (ConsensusMachine Machine, CheckDesk Desk) NewMachine()
    {
        ConsensusMachine made = new(settings.Validators, settings.Timeouts, Index, this);
        return (made, new CheckDesk(settings.Validators, made, settings.VoteCheck, OnChecked));
    }

    private void OnChecked(Message message)
    {
        switch (message)
        {
            case CastVote { Vote: { } vote } when settings.Signatures.Holds(vote): machine.Receive(vote); break;
            case CastVote: break;
            case ProposeBlock proposal: OnChecked(proposal); break;
            case CommittedBlocks blocks: CatchUp(blocks); break;
            default: throw Invariant.Unreachable(message);
        }
    }

    private void OnChecked(ProposeBlock message)
    {
        Proposal proposal = message.Proposal;
        ProposedBlock block = message.Block;
        if (proposal.Height != machine.Height || proposal.Block != block.Hash || !settings.Signatures.Holds(proposal)
            || !proposal.Justification.All(settings.Signatures.Holds))
        {
            return;
        }

        bool isNew = proposal.PolRound == Proposal.NoPolRound;
        bool isRightful = isNew
            ? block.MadeInRound == proposal.Round && block.Maker == proposal.Proposer
            : block.MadeInRound <= proposal.PolRound && block.Maker == machine.ProposerOf(block.MadeInRound);
        proposed.TryAdd(block.Hash, block);
        machine.Receive(proposal, isRightful && chain.Accepts(block, context.Now) && chain.Believes(block));
    }

    private void Commit(CertifiedBlock final, bool caughtUp)
    {
        archive.Add(final);
        if (chain.LeavesOut(final.Block))
        {
            witness.OfOmission(final.Block, context);
        }

        Hash32 root = chain.Execute(final.Block, context);
        proposed.Clear();
        if (adversary.IsCorrect)
        {
            context.Observe(new BlockCommitted(
                FullNode.ChainName,
                final.Certificate,
                CertificatePower.Of(final.Certificate, settings),
                final.Block.Maker,
                final.Block.MadeInRound,
                root,
                final.Block.TransactionHashes,
                caughtUp));
        }
    }

    private void NoticeMissedTurn(TimeoutDue message)
    {
        bool isMissed = message.Kind == TimeoutKind.Propose && message.Height == machine.Height
            && message.Round == machine.Round && machine.Step == ConsensusStep.Propose;
        if (isMissed)
        {
            witness.OfMissedTurn(machine.ProposerOf(message.Round), message.Height, message.Round, context);
        }
    }

    private void CatchUp(CommittedBlocks message)
    {
        foreach (CertifiedBlock block in message.Blocks)
        {
            bool next = block.Block.Height == chain.Height + 1 && block.Certificate.Height == block.Block.Height
                && block.Certificate.Block == block.Block.Hash;
            bool isFinal = next && settings.Validators.IsQuorum(CertificatePower.Of(block.Certificate, settings));
            if (isFinal && chain.Accepts(block.Block, context.Now))
            {
                Commit(block, caughtUp: true);
            }
        }

        if (chain.Height >= machine.Height && machine.Step != ConsensusStep.Commit)
        {
            machine.Begin(chain.Height + 1);
        }
    }

    private void Answer(ActorRef peer, long from)
    {
        CertifiedBlock[] blocks = archive.From(from);
        if (blocks.Length > 0)
        {
            context.Tell(peer, new CommittedBlocks(blocks));
        }
    }

    private void KeepEarly(Message message, long height)
    {
        if (height == machine.Height + 1 && early.Count < EarlyWordsPerValidator * settings.Validators.Count)
        {
            early.Add(message);
        }
    }

    // Words of the next height wait until it begins; a height may end while they are taken.
    private void TakeEarly()
    {
        if (early.Count == 0 || HeightOf(early[0]) > machine.Height)
        {
            return;
        }

        Message[] taken = [.. early];
        early.Clear();
        foreach (Message message in taken)
        {
            if (message is CastVote vote)
            {
                OnCastVote(vote, context);
            }
            else
            {
                OnProposeBlock((ProposeBlock)message, context);
            }
        }
    }

    private static long HeightOf(Message message) =>
        message is CastVote vote ? vote.Vote.Height : ((ProposeBlock)message).Proposal.Height;

    private void ToAll(Message message)
    {
        for (int node = 0; node < settings.Nodes.Count; node++)
        {
            if (node != settings.Self)
            {
                context.Tell(settings.Nodes[node], message);
            }
        }
    }

    private void ScheduleGossip()
    {
        if (context.Now + settings.GossipInterval <= settings.Until)
        {
            context.StartTimer(settings.GossipInterval, GossipDue.Instance);
        }
    }

    private sealed class Peer(Participant from, ActorRef to) : IRetransmission
    {
        public void Send(Proposal proposal)
        {
            if (from.proposed.TryGetValue(proposal.Block, out ProposedBlock? block))
            {
                from.context.Tell(to, new ProposeBlock(proposal, block));
            }
        }

        public void Send(Vote vote) => from.context.Tell(to, new CastVote(vote));
    }
}
