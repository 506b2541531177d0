using Simulator.Actors.Facilitators.Http;
using Simulator.Chain.Blocks;
using Simulator.Chain.Execution;
using Simulator.Chain.Pipe;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Pipe;
using Simulator.Records;

namespace Simulator.Actors.Planting;

/// <summary>Wraps actors in the flaw a scenario plants; without one they come back as they are.</summary>
public static class Flaws
{
    public static IActor InUser(IActor user, PlantedBug bug) => bug switch
    {
        PlantedBug.FinishedTwice => new FlawedActor(user, new FinishesTwice()),
        PlantedBug.NeverFinished => new FlawedActor(user, new ForgetsFailures()),
        _ => user,
    };

    public static IActor InPaymentChain(IActor chain, PlantedBug bug) => bug switch
    {
        PlantedBug.MintUnannounced => new FlawedActor(chain, new KeepsFirstMintQuiet()),
        PlantedBug.TransferMisattributed => new FlawedActor(chain, new BlamesTheReceiver()),
        _ => chain,
    };

    public static IActor InGateway(IActor gateway, PlantedBug bug) => bug switch
    {
        PlantedBug.NonceReusable => new FlawedActor(gateway, new SettlesTwice()),
        _ => gateway,
    };

    public static ContractFlaws InContracts(PlantedBug bug) => bug switch
    {
        PlantedBug.NonceReusable => ContractFlaws.NonceReusable,
        PlantedBug.MaximumIgnored => ContractFlaws.MaximumIgnored,
        PlantedBug.ResultSwapped => ContractFlaws.ResultsUnchecked,
        _ => ContractFlaws.None,
    };

    /// <summary>What a proposer makes of a sound selection of transactions.</summary>
    public static Func<BlockSelection, BlockSelection> InProposals(PlantedBug bug) => bug switch
    {
        PlantedBug.ResultSwapped => new SwapsResults().Apply,
        _ => static selection => selection,
    };

    // Not accepted a second time: that would offend the judge of answers too.
    private sealed class FinishesTwice : FlawedContext
    {
        public override void Observe(Observation observation)
        {
            Inner.Observe(observation);
            if (observation is RequestFinished { Request.Number: 2 } finished)
            {
                Inner.Observe(finished with { Fate = RequestFate.TimedOut, Reason = null });
            }
        }
    }

    private sealed class ForgetsFailures : FlawedContext
    {
        public override void Observe(Observation observation)
        {
            if (observation is not RequestFinished { Request.Number: 1 })
            {
                Inner.Observe(observation);
            }
        }
    }

    // The first mint that makes anything: accounts without OPG are minted nothing, and nobody would miss that.
    private sealed class KeepsFirstMintQuiet : FlawedContext
    {
        private bool done;

        public override void Observe(Observation observation)
        {
            if (observation is TokenTransferred { From.IsZero: true, Amount.IsZero: false } && !done)
            {
                done = true;
                return;
            }

            Inner.Observe(observation);
        }
    }

    private sealed class BlamesTheReceiver : FlawedContext
    {
        public override void Observe(Observation observation) => Inner.Observe(
            observation is TokenTransferred { From.IsZero: false } transfer
                ? transfer with { From = transfer.To, To = transfer.From }
                : observation);
    }

    private sealed class SettlesTwice : FlawedContext
    {
        public override void Tell(ActorRef to, Message message)
        {
            Inner.Tell(to, message);
            if (message is PostSettle)
            {
                Inner.Tell(to, message);
            }
        }
    }

    // Every result goes to the request after its own; the first one goes to its own.
    private sealed class SwapsResults
    {
        private InferenceAttachment? last;

        public BlockSelection Apply(BlockSelection selection) =>
            selection with { Ready = [.. selection.Ready.Select(Swap)] };

        private ChainTransaction Swap(ChainTransaction transaction)
        {
            if (transaction.Attachment is not { Result: not null } own)
            {
                return transaction;
            }

            InferenceAttachment another = last ?? own;
            last = own;
            return transaction with { Attachment = another };
        }
    }
}
