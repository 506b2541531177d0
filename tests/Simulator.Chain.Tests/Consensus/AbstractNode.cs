using Simulator.Chain.Consensus;
using Simulator.Primitives;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Tests.Consensus;

/// <summary>One validator of the abstract network: a machine, and what its behaviour does to the machine's words.</summary>
public sealed class AbstractNode : IConsensusHost
{
    private readonly AbstractNetwork network;
    private readonly ConsensusMachine machine;
    private readonly List<CommitCertificate> certificates = [];
    private readonly List<(Proposal? Proposal, Vote? Vote)> early = [];
    private (long Height, int Round, ConsensusStep Step) last;
    private int invented;
    private long attempts;

    public AbstractNode(AbstractNetwork network, int index, Behaviour behaviour)
    {
        this.network = network;
        Index = index;
        Behaviour = behaviour;
        machine = new ConsensusMachine(network.Validators, new ConsensusTimeouts(), index, this);
    }

    public int Index { get; }

    public Behaviour Behaviour { get; }

    public List<Hash32> Decided { get; } = [];

    public List<DuplicateVote> Evidence { get; } = [];

    public int HighestRound { get; private set; }

    private Hash32 Head => Decided.Count == 0 ? Hash32.Zero : Decided[^1];

    public void Start() => machine.Begin(1);

    /// <summary>Asks everybody when nothing has moved since the last time.</summary>
    public void Gossip()
    {
        (long, int, ConsensusStep) now = (machine.Height, machine.Round, machine.Step);
        if (now == last)
        {
            ConsensusStatus status = machine.StatusNow(attempts++);
            ToAll(peer => peer.OnStatus(Index, status));
        }

        last = now;
    }

    public Hash32 MakeBlock(long height, int round) => NewBlock();

    public Proposal? Propose(long height, int round, int polRound, Hash32 block, IReadOnlyList<Vote> justification)
    {
        Proposal proposal = new(height, round, polRound, block, 0, Index) { Justification = justification };
        if (Behaviour is Behaviour.ProposesTwo or Behaviour.SplitVote)
        {
            Proposal other = new(height, round, Proposal.NoPolRound, NewBlock(), 0, Index);
            ToAll(peer => peer.OnProposal(peer.Side == 0 ? proposal : other));
            ToCoalition(peer => peer.Split(proposal, other));
            return proposal;
        }

        if (Behaviour != Behaviour.Silent)
        {
            ToAll(peer => peer.OnProposal(proposal));
        }

        return proposal;
    }

    public Vote? Cast(VoteType type, long height, int round, Hash32 block)
    {
        Vote vote = new(type, height, round, block, 0, Index);
        switch (Behaviour)
        {
            case Behaviour.Silent or Behaviour.SplitVote:
                break;
            case Behaviour.Equivocates:
                Vote other = vote with { Block = vote.IsNil ? NewBlock() : Hash32.Zero };
                ToAll(peer => peer.OnVote(peer.Side == 0 ? vote : other));
                break;
            case Behaviour.Nonsense:
                ToAll(peer => peer.OnVote(vote with { Block = Head }));
                ToAll(peer => peer.OnVote(vote with { Block = NewBlock(), Round = round + 7 }));
                ToAll(peer => peer.OnVote(vote with { Height = height + 3 }));
                ToAll(peer => peer.OnVote(vote with { Validator = 1_000 }));
                break;
            default:
                ToAll(peer => peer.OnVote(vote));
                break;
        }

        return vote;
    }

    public void Schedule(TimeoutKind kind, long height, int round, SimDuration after)
    {
        HighestRound = Math.Max(HighestRound, round);
        if (Behaviour == Behaviour.Amnesia && kind == TimeoutKind.Propose)
        {
            machine.Forget();
        }

        network.At(after, () =>
        {
            machine.Expire(kind, height, round);
            TakeEarly();
        });
    }

    public void Remember(ConsensusLock held)
    {
    }

    public void Commit(CommitCertificate certificate)
    {
        certificates.Add(certificate);
        Decided.Add(certificate.Block);
    }

    public void Report(DuplicateVote evidence) => Evidence.Add(evidence);

    private int Side => Index % 2;

    private Hash32 NewBlock()
    {
        Hash32 hash = Keccak256.HashText($"{Index}:{invented++}");
        network.Blocks[hash] = new AbstractBlock(Head, IsSound: true);
        return hash;
    }

    private void ToAll(Action<AbstractNode> what)
    {
        for (int peer = 0; peer < network.Nodes.Count; peer++)
        {
            if (peer != Index)
            {
                network.Send(peer, what);
            }
        }
    }

    private void ToCoalition(Action<AbstractNode> what)
    {
        foreach (AbstractNode peer in network.Nodes.Where(node => node.Behaviour == Behaviour.SplitVote))
        {
            network.Send(peer.Index, what);
        }
    }

    // Each half is shown a coalition that votes its way in both steps.
    private void Split(Proposal even, Proposal odd)
    {
        foreach (VoteType type in (VoteType[])[VoteType.Prevote, VoteType.Precommit])
        {
            Vote vote = new(type, even.Height, even.Round, default, 0, Index);
            ToAll(peer => peer.OnVote(vote with { Block = peer.Side == 0 ? even.Block : odd.Block }));
        }
    }

    private void OnProposal(Proposal proposal)
    {
        if (proposal.Height > machine.Height && Behaviour == Behaviour.Correct)
        {
            early.Add((proposal, null));
            return;
        }

        AbstractBlock block = network.Blocks[proposal.Block];
        machine.Receive(proposal, block.IsSound && block.Parent == Head);
        if (Behaviour == Behaviour.Eager)
        {
            foreach (VoteType type in (VoteType[])[VoteType.Prevote, VoteType.Precommit])
            {
                ToAll(peer => peer.OnVote(new Vote(type, proposal.Height, proposal.Round, proposal.Block, 0, Index)));
            }
        }
    }

    private void OnVote(Vote vote)
    {
        if (vote.Height > machine.Height)
        {
            early.Add((null, vote));
            return;
        }

        machine.Receive(vote);
    }

    private void OnStatus(int from, ConsensusStatus status)
    {
        if (Behaviour is not (Behaviour.Correct or Behaviour.Amnesia))
        {
            return;
        }

        if (status.Height <= certificates.Count)
        {
            CommitCertificate certificate = certificates[(int)status.Height - 1];
            network.Send(from, peer => peer.OnCertificate(certificate));
        }
        else if (status.Height == machine.Height)
        {
            bool relays = status.AsksToRelay(from, Index, network.Validators.Count);
            machine.AnswerTo(status, relays, new Peer(network, from));
        }
    }

    private void OnCertificate(CommitCertificate certificate)
    {
        long power = certificate.Precommits
            .Where(vote => vote.Type == VoteType.Precommit && vote.Height == certificate.Height
                && vote.Round == certificate.Round && vote.Block == certificate.Block)
            .DistinctBy(vote => vote.Validator)
            .Sum(vote => network.Validators[vote.Validator].Power);
        if (certificate.Height != machine.Height || machine.Step == ConsensusStep.Commit
            || !network.Validators.IsQuorum(power))
        {
            return;
        }

        Commit(certificate);
        machine.Begin(certificate.Height + 1);
        TakeEarly();
    }

    private void TakeEarly()
    {
        (Proposal? Proposal, Vote? Vote)[] waiting = [.. early];
        early.Clear();
        foreach ((Proposal? proposal, Vote? vote) in waiting)
        {
            if (proposal is not null)
            {
                OnProposal(proposal);
            }
            else
            {
                OnVote(vote!);
            }
        }
    }

    private sealed class Peer(AbstractNetwork network, int to) : IRetransmission
    {
        public void Send(Proposal proposal) => network.Send(to, peer => peer.OnProposal(proposal));

        public void Send(Vote vote) => network.Send(to, peer => peer.OnVote(vote));
    }
}
