using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Disputes;

/// <summary>How disputes end: by more than the quorum of the full nodes' power, by a reveal, or by nobody.</summary>
public sealed partial class AnswerVerification
{
    /// <summary>Most disputes that one reading returns.</summary>
    private const int MostListed = 200;

    private long PowerOf(Address juror) => Settings.Jurors.FirstOrDefault(known => known.Juror == juror).Power;

    private Revert? Rule(in CallContext context, AnswerRuling ruling)
    {
        if (answers[ruling.Answer] is not { Status: AnswerStatus.Disputed, Dispute: { } dispute } answer)
        {
            return new Revert(VerificationErrors.NotDisputed, ruling.Answer.ToWord());
        }

        Address juror = context.Sender;
        if (dispute.Rulings.Any(known => known.Juror == juror))
        {
            return new Revert(VerificationErrors.AlreadyRuled, ruling.Answer.ToWord(), juror.ToWord());
        }

        AnswerRecord ruled = answer with
        {
            Dispute = dispute with { Rulings = [.. dispute.Rulings, (juror, ruling.Upheld)] },
        };
        answers[ruling.Answer] = ruled;
        Emit(new RulingPosted(juror, ruling.Answer, ruling.Upheld));
        if (HasQuorum(ruled.Dispute, ruling.Upheld))
        {
            Conclude(context.Block, ruled, ruling.Upheld);
        }

        return null;
    }

    private bool HasQuorum(Dispute dispute, bool upheld)
    {
        Int128 total = Settings.Jurors.Aggregate((Int128)0, (sum, juror) => sum + juror.Power);
        Int128 agreeing = dispute.Rulings
            .Where(ruling => ruling.Upheld == upheld)
            .Aggregate((Int128)0, (sum, ruling) => sum + PowerOf(ruling.Juror));
        return agreeing * Settings.Quorum.Denominator > total * Settings.Quorum.Numerator;
    }

    private void Conclude(in BlockContext block, AnswerRecord answer, bool upheld)
    {
        if (upheld)
        {
            Convict(block, answer);
            return;
        }

        Decide(answer, AnswerStatus.Verified);
        bonds.Slash(block, new BondSlash(
            answer.Dispute!.Challenger,
            answer.Row.Answer,
            BondOffence.FalseAccusation,
            Settings.VerifierPenalty,
            answer.Node,
            Settings.ReporterShare));
    }

    private void Convict(in BlockContext block, AnswerRecord answer)
    {
        Decide(answer, AnswerStatus.Convicted);
        bonds.Slash(block, new BondSlash(
            answer.Node,
            answer.Row.Answer,
            BondOffence.WrongAnswer,
            Settings.Penalty,
            answer.Dispute!.Challenger,
            Settings.ReporterShare));
        SlashApprovers(block, answer);
    }

    private void SlashApprovers(in BlockContext block, AnswerRecord answer)
    {
        foreach (Address approver in answer.Approvers)
        {
            bonds.Slash(block, new BondSlash(
                approver,
                answer.Row.Answer,
                BondOffence.WrongApproval,
                Settings.VerifierPenalty,
                null,
                Settings.ReporterShare));
        }
    }

    private Revert? Reveal(in CallContext context, Hash32 salt)
    {
        Hash32 name = TestOf(salt);
        if (answers[name] is not { Status: AnswerStatus.Open } answer || answer.Node != context.Sender)
        {
            return new Revert(VerificationErrors.NoTest, name.ToWord());
        }

        Decide(answer, AnswerStatus.Test);
        SlashApprovers(context.Block, answer);
        return null;
    }

    private void Decide(AnswerRecord answer, AnswerStatus status)
    {
        Hash32 name = answer.Row.Answer;
        if (answer.Dispute is { } dispute)
        {
            disputed.RemoveAt(Enumerable.Range(0, disputed.Count).First(place => disputed[place] == name));
            rulings.Remove(dispute.RuleBy, name);
        }

        answers[name] = answer with { Status = status, Dispute = answer.Dispute is { } over ? over with { Question = [] } : null };
        Emit(new AnswerDecided(answer.Node, name, status));
    }

    private byte[] OpenFor(Address juror) => ListedDispute.Encode(disputed.ToList()
        .Select(name => answers[name]!)
        .Where(answer => answer.Dispute!.Rulings.All(ruling => ruling.Juror != juror))
        .Take(MostListed)
        .Select(answer => new ListedDispute(answer.Row, answer.Dispute!.Output, answer.Dispute.Question)));
}
