using Simulator.Chain.Blocks;
using Simulator.Chain.Disputes;
using Simulator.Chain.Execution;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.FullNodes;

/// <summary>Says aloud what a block did to committed answers and to the bonds behind them.</summary>
internal sealed class AnswerAnnouncer(IReadOnlyDictionary<Address, string> names)
{
    /// <summary>Call it right after the block was executed, before the block itself is announced.</summary>
    public void Announce(BlockResult block, IActorContext context)
    {
        long height = (long)block.Header.Height;
        IEnumerable<ContractLog> logs = block.DutyLogs.Concat(block.Receipts.SelectMany(receipt => receipt.Logs));
        foreach (ContractLog log in logs.Where(log => log.Contract == AnswerVerification.DefaultAddress))
        {
            switch (log.Event)
            {
                case AnswerCommitted e:
                    context.Observe(new AnswerPosted(height, e.Row.Answer, NameOf(e.Node), e.Row.Output, (long)e.Due));
                    break;
                case AnswerApproved e:
                    context.Observe(new AnswerCheckReported(height, e.Answer, NameOf(e.Verifier), e.Reward));
                    break;
                case AnswerChallenged e:
                    context.Observe(new AnswerDisputed(height, e.Answer, NameOf(e.Challenger)));
                    break;
                case AnswerDecided e:
                    context.Observe(new AnswerRuled(height, e.Answer, OutcomeOf(e.Status)));
                    break;
                case UnbondRequested e:
                    context.Observe(new BondLeaving(height, NameOf(e.Party), e.Amount, (long)e.Due));
                    break;
                case BondPaidBack e:
                    context.Observe(new BondReturned(height, NameOf(e.Party), e.Amount));
                    break;
                case BondSlashed e:
                    Announce(e, height, context);
                    break;
            }
        }
    }

    // Whose word about an answer was wrong is noticed by the contract, once the answer has been decided.
    private void Announce(BondSlashed slashed, long height, IActorContext context)
    {
        string party = NameOf(slashed.Party);
        string offence = OffenceOf(slashed.Offence);
        context.Observe(new BondTaken(height, party, slashed.Answer, offence, slashed.Amount, slashed.Burned));
        if (slashed.Offence != BondOffence.WrongAnswer)
        {
            context.Observe(new FraudNoticed(FraudSubjects.OfCheck(slashed.Answer, party), context.Name, offence));
        }
    }

    private string NameOf(Address account) => names.TryGetValue(account, out string? name) ? name : account.ToString();

    private static string OutcomeOf(AnswerStatus status) => status switch
    {
        AnswerStatus.Convicted => "convicted",
        AnswerStatus.Verified => "verified",
        AnswerStatus.Lapsed => "lapsed",
        AnswerStatus.Test => "test",
        _ => throw Primitives.Invariant.Unreachable(status),
    };

    private static string OffenceOf(BondOffence offence) => offence switch
    {
        BondOffence.WrongAnswer => "wrong_answer",
        BondOffence.FalseAccusation => "false_accusation",
        BondOffence.WrongApproval => "wrong_approval",
        _ => throw Primitives.Invariant.Unreachable(offence),
    };
}
