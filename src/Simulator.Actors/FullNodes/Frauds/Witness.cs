using Simulator.Kernel;
using Simulator.Protocol.Consensus;
using Simulator.Records;

namespace Simulator.Actors.FullNodes.Frauds;

/// <summary>What a correct full node sees of others' frauds, and says.</summary>
internal sealed class Witness(FullNodeSettings settings, bool speaks)
{
    public void OfDoubleVote(DuplicateVote evidence, IActorContext context) =>
        Say(Offences.OfVote(NameOf(evidence.First.Validator), evidence.First), "duplicate_vote", context);

    /// <summary>Nobody has seen a proposal in the proposer's time.</summary>
    public void OfMissedTurn(int proposer, long height, int round, IActorContext context) =>
        Say(Offences.OfTurn(NameOf(proposer), height, round), "timeout_propose", context);

    /// <summary>A final block is empty, though it could have held what this node has known of for a block.</summary>
    public void OfOmission(ProposedBlock block, IActorContext context) =>
        Say(Offences.OfTurn(NameOf(block.Maker), block.Height, block.MadeInRound), "transactions_left_out", context);

    private string NameOf(int validator) => settings.Validators[validator].Name;

    private void Say(string subject, string means, IActorContext context)
    {
        if (speaks)
        {
            context.Observe(new FraudNoticed(subject, context.Name, means));
        }
    }
}
