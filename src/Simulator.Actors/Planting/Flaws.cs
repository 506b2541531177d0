using Simulator.Actors.Facilitators.Http;
using Simulator.Chain.Blocks;
using Simulator.Chain.Execution;
using Simulator.Chain.Pipe;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;
using Simulator.Records;

namespace Simulator.Actors.Planting;

/// <summary>Wraps actors in the flaw a scenario plants; without one they come back as they are.</summary>
public static class Flaws
{
    private const string SpoiledNode = "validators/2";

    public static IActor InUser(IActor user, PlantedBug bug) => bug switch
    {
        PlantedBug.FinishedTwice => new FlawedActor(user, new FinishesTwice()),
        PlantedBug.NeverFinished => new FlawedActor(user, new ForgetsFailures()),
        PlantedBug.StandingUnread => new FlawedActor(user, new SaysThatItFollows()),
        PlantedBug.RulingMisread => new FlawedActor(user, new TakesTheAccusedForGuilty()),
        _ => user,
    };

    public static IActor InPaymentChain(IActor chain, PlantedBug bug) => bug switch
    {
        PlantedBug.MintUnannounced => new FlawedActor(chain, new KeepsFirstMintQuiet()),
        PlantedBug.RevertUnannounced => new FlawedActor(chain, new KeepsRevertsQuiet()),
        PlantedBug.TransferMisattributed => new FlawedActor(chain, new BlamesTheReceiver()),
        _ => chain,
    };

    public static IActor InGateway(IActor gateway, PlantedBug bug) => bug switch
    {
        PlantedBug.NonceReusable => new FlawedActor(gateway, new SettlesTwice()),
        _ => gateway,
    };

    public static IActor InFullNode(IActor node, string name, PlantedBug bug) => (bug, name) switch
    {
        (PlantedBug.CommitForked, SpoiledNode) => new FlawedActor(node, new ForksCommits()),
        (PlantedBug.StateDiverged, SpoiledNode) => new FlawedActor(node, new DivergesInState()),
        _ => node,
    };

    public static IActor InEvidenceDesk(IActor desk, PlantedBug bug) => bug switch
    {
        PlantedBug.BatchRootWrong => new FlawedActor(desk, new ClaimsOtherRows()),
        _ => desk,
    };

    public static ContractFlaws InContracts(PlantedBug bug) => bug switch
    {
        PlantedBug.NonceReusable => ContractFlaws.NonceReusable,
        PlantedBug.MaximumIgnored => ContractFlaws.MaximumIgnored,
        PlantedBug.ResultSwapped => ContractFlaws.ResultsUnchecked,
        PlantedBug.RevocationIgnored => ContractFlaws.RevocationIgnored,
        PlantedBug.RefundLost => ContractFlaws.RefundLost,
        PlantedBug.BondReturnedEarly => ContractFlaws.BondReturnedEarly,
        PlantedBug.StakeVanishes => ContractFlaws.StakeVanishes,
        PlantedBug.SlashBurnedTwice => ContractFlaws.SlashBurnedTwice,
        PlantedBug.AccusersBelieved => ContractFlaws.AccusersBelieved,
        _ => ContractFlaws.None,
    };

    /// <summary>What a proposer makes of a sound selection of transactions.</summary>
    public static Func<BlockSelection, BlockSelection> InProposals(PlantedBug bug) => bug switch
    {
        PlantedBug.ResultSwapped => new SwapsResults().Apply,
        _ => static selection => selection,
    };

    // Everything about the other block is in order, so that only the judge of agreement can object.
    private sealed class ForksCommits : FlawedContext
    {
        public override void Observe(Observation observation)
        {
            if (observation is not BlockCommitted { Certificate: { Height: 3 } certificate } committed)
            {
                Inner.Observe(observation);
                return;
            }

            Hash32 other = Keccak256.Hash(certificate.Block.ToArray());
            Inner.Observe(committed with
            {
                Certificate = certificate with
                {
                    Block = other,
                    Precommits = [.. certificate.Precommits.Select(vote => vote with { Block = other })],
                },
            });
        }
    }

    private sealed class DivergesInState : FlawedContext
    {
        public override void Observe(Observation observation) => Inner.Observe(
            observation is BlockCommitted { Certificate.Height: 3 } committed
                ? committed with { StateRoot = Keccak256.Hash(committed.StateRoot.ToArray()) }
                : observation);
    }

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

    private sealed class KeepsRevertsQuiet : FlawedContext
    {
        public override void Observe(Observation observation)
        {
            if (observation is not BlockReverted)
            {
                Inner.Observe(observation);
            }
        }
    }

    private sealed class BlamesTheReceiver : FlawedContext
    {
        public override void Observe(Observation observation) => Inner.Observe(
            observation is TokenTransferred { From.IsZero: false } transfer
                ? transfer with { From = transfer.To, To = transfer.From }
                : observation);
    }

    // Behind it stands a user that never asks; all that is planted is its word.
    private sealed class SaysThatItFollows : FlawedContext
    {
        public override void Observe(Observation observation)
        {
            Inner.Observe(observation);
            if (observation is PartyDeclared)
            {
                Inner.Observe(new RegistryFollowed(Name));
            }
        }
    }

    private sealed class TakesTheAccusedForGuilty : FlawedContext
    {
        public override void Observe(Observation observation) => Inner.Observe(
            observation is RulingRead { Outcome: RulingRead.Acquitted } read
                ? read with { Outcome = RulingRead.Convicted }
                : observation);
    }

    // The root on chain is then one of other rows than those that the worker says it settled.
    private sealed class ClaimsOtherRows : FlawedContext
    {
        public override void Observe(Observation observation) =>
            Inner.Observe(observation is BatchEvidenceSettled settled ? settled with { Rows = Altered(settled.Rows) } : observation);

        private static EvidenceRow[] Altered(IReadOnlyList<EvidenceRow> rows) =>
            [rows[0] with { Row = rows[0].Row with { TeeSignature = [0xd3] } }, .. rows.Skip(1)];
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
