using Simulator.Actors.FullNodes.Frauds;
using Simulator.Kernel;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.FullNodes;

/// <summary>What a byzantine validator makes of the protocol's words; a correct one sends them as they are.</summary>
/// <remarks>
/// The halves are the correct full nodes by turns. A coalition that splits the vote follows the protocol until one of
/// its members proposes; that member makes two blocks, and all members vote for one before one half and for the other
/// before the other half.
/// </remarks>
internal sealed class Adversary
{
    private readonly FullNodeSettings settings;
    private readonly VoteSigner signer;
    private readonly int[] half;
    private ProposeBlock? first;

    public Adversary(FullNodeSettings settings, VoteSigner signer)
    {
        this.settings = settings;
        this.signer = signer;
        half = new int[settings.Nodes.Count];
        int correct = 0;
        for (int i = 0; i < half.Length; i++)
        {
            half[i] = settings.Coalition.Contains(i) ? 0 : correct++ % 2;
        }
    }

    public bool IsCorrect => settings.Behaviour == ByzantineBehaviour.None;

    /// <summary>Whether it takes part in what the algorithm presumes of a correct validator beside its votes.</summary>
    public bool Answers => settings.Behaviour is ByzantineBehaviour.None or ByzantineBehaviour.Amnesia
        or ByzantineBehaviour.Censor;

    /// <summary>Whether its blocks leave out what they could hold.</summary>
    public bool Censors => settings.Behaviour == ByzantineBehaviour.Censor;

    public bool ForgetsLocks => settings.Behaviour == ByzantineBehaviour.Amnesia;

    public void Propose(ProposeBlock message, IActorContext context)
    {
        switch (settings.Behaviour)
        {
            case ByzantineBehaviour.Silent:
                Admit(Offences.Withhold, TurnOf(message.Proposal, context), context);
                return;
            case ByzantineBehaviour.ProposeTwo or ByzantineBehaviour.SplitVote:
                ProposeTwo(message, context);
                return;
            default:
                ToAll(message, context);
                return;
        }
    }

    public void Cast(CastVote message, int proposer, IActorContext context)
    {
        switch (settings.Behaviour)
        {
            case ByzantineBehaviour.Silent:
                return;
            case ByzantineBehaviour.SplitVote when settings.Coalition.Contains(proposer):
                return;
            case ByzantineBehaviour.Equivocate:
                Vote vote = message.Vote;
                Admit(Offences.Equivocate, Offences.OfVote(context.Name, vote), context);
                CastVote other = signer.Sign(vote.Type, vote.Height, vote.Round, OtherThan(vote), context.Now);
                for (int node = 0; node < half.Length; node++)
                {
                    To(node, half[node] == 0 ? message : other, context);
                    To(node, half[node] == 0 ? other : message, context);
                }

                return;
            default:
                ToAll(message, context);
                return;
        }
    }

    /// <summary>A member of a coalition that has seen both blocks of a round votes for both.</summary>
    public void Overhear(ProposeBlock message, IActorContext context)
    {
        if (settings.Behaviour != ByzantineBehaviour.SplitVote || !settings.Coalition.Contains(message.Proposal.Proposer))
        {
            return;
        }

        bool isSecond = first is not null && first.Proposal.Height == message.Proposal.Height
            && first.Proposal.Round == message.Proposal.Round && first.Proposal.Block != message.Proposal.Block;
        if (isSecond)
        {
            Split(first!.Proposal, message.Proposal, context);
        }

        first = message;
    }

    /// <summary>Says of a block of its own that it left something out.</summary>
    public static void AdmitCensorship(long height, int round, IActorContext context) =>
        Admit(Offences.Censor, Offences.OfTurn(context.Name, height, round), context);

    private static void Admit(string fraud, string subject, IActorContext context) =>
        context.Observe(new FraudAttempted(fraud, context.Name, Offences.Group, subject));

    private static string TurnOf(Proposal proposal, IActorContext context) =>
        Offences.OfTurn(context.Name, proposal.Height, proposal.Round);

    private static Hash32 OtherThan(Vote vote) =>
        vote.IsNil ? Keccak256.Hash(BitConverter.GetBytes(vote.Height)) : Hash32.Zero;

    private void ProposeTwo(ProposeBlock message, IActorContext context)
    {
        ProposedBlock block = message.Block with { UnixTime = message.Block.UnixTime + 1 };
        ProposeBlock other = new(signer.Sign(message.Proposal with { Block = block.Hash }), block);
        bool ordered = message.Proposal.Block < other.Proposal.Block;
        ProposeBlock[] halves = ordered ? [message, other] : [other, message];
        for (int node = 0; node < half.Length; node++)
        {
            if (settings.Coalition.Contains(node))
            {
                To(node, message, context);
                To(node, other, context);
            }
            else
            {
                To(node, halves[half[node]], context);
            }
        }

        if (settings.Behaviour == ByzantineBehaviour.SplitVote)
        {
            Split(message.Proposal, other.Proposal, context);
        }
    }

    private void Split(Proposal one, Proposal two, IActorContext context)
    {
        Hash32[] blocks = one.Block < two.Block ? [one.Block, two.Block] : [two.Block, one.Block];
        foreach (VoteType type in (VoteType[])[VoteType.Prevote, VoteType.Precommit])
        {
            CastVote[] votes =
            [
                signer.Sign(type, one.Height, one.Round, blocks[0], context.Now),
                signer.Sign(type, one.Height, one.Round, blocks[1], context.Now),
            ];
            Admit(Offences.Equivocate, Offences.OfVote(context.Name, votes[0].Vote), context);
            for (int node = 0; node < half.Length; node++)
            {
                To(node, votes[half[node]], context);
            }
        }
    }

    private void ToAll(Message message, IActorContext context)
    {
        for (int node = 0; node < half.Length; node++)
        {
            To(node, message, context);
        }
    }

    private void To(int node, Message message, IActorContext context)
    {
        if (node != settings.Self)
        {
            context.Tell(settings.Nodes[node], message);
        }
    }
}
