using Simulator.Chain.Execution;
using Simulator.Chain.State;
using Simulator.Chain.Token;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Disputes;

/// <summary>Verification by re-execution: nodes commit to answers, verifiers check some, full nodes rule on disputes.</summary>
/// <remarks>
/// Own design. An answer stands verified when its window has passed without a challenge, or a challenge was rejected. A
/// batch does what its sound rows ask for; it reverts, with the first row's error, only when none of them has an effect.
/// An answer is forgotten some time after its window. What the contract holds is always the sum of all bonds, in use or on their way back.
/// </remarks>
public sealed partial class AnswerVerification : Contract
{
    public static readonly Address DefaultAddress = Address.Parse("0x00000000000000000000000000000000000a0d17");

    /// <summary>Holds what checks are rewarded from; only this contract moves it.</summary>
    public static readonly Address RewardAccount = Address.Parse("0x00000000000000000000000000000000000a0d18");

    private static readonly CallCatalogue Calls = new CallCatalogue()
        .With(BondCall.Function, BondCall.Read)
        .With(RequestUnbondCall.Function, RequestUnbondCall.Read)
        .With(CommitAnswersCall.Function, CommitAnswersCall.Read)
        .With(ReportChecksCall.Function, ReportChecksCall.Read)
        .With(ChallengeAnswersCall.Function, ChallengeAnswersCall.Read)
        .With(RuleOnAnswersCall.Function, RuleOnAnswersCall.Read)
        .With(RevealTestsCall.Function, RevealTestsCall.Read)
        .With(RequireVerifiedCall.Function, RequireVerifiedCall.Read)
        .With(AnswersSinceCall.Function, AnswersSinceCall.Read)
        .With(StatusesOfCall.Function, StatusesOfCall.Read)
        .With(OpenDisputesCall.Function, OpenDisputesCall.Read);

    private readonly OpgToken token;
    private readonly ContractFlaws flaws;
    private readonly BondBook bonds;
    private readonly StateTable<Hash32, AnswerRecord> answers;
    private readonly StateTable<ulong, Hash32> order;
    private readonly StateCell<ulong> committed;
    private readonly StateCell<ulong> forgotten;
    private readonly StateList<Hash32> disputed;
    private readonly StateSchedule<Hash32> rulings;
    private readonly StateSchedule<Hash32> retention;

    public AnswerVerification(
        ContractMachine machine, OpgToken token, VerificationSettings settings, ContractFlaws flaws = ContractFlaws.None)
        : base(machine, DefaultAddress)
    {
        this.token = token;
        this.flaws = flaws;
        Settings = settings;
        WorldState state = machine.State;
        bonds = new BondBook(state, Address, (0, 6), token, Emit, flaws);
        answers = state.Table<Hash32, AnswerRecord>(Address, 1, static (w, answer) => w.Hash(answer), AnswerRecord.Write);
        order = state.Table<ulong, Hash32>(Address, 2, static (w, n) => w.UInt64(n), static (w, answer) => w.Hash(answer));
        committed = state.Cell<ulong>(Address, 3, static (w, n) => w.UInt64(n));
        forgotten = state.Cell<ulong>(Address, 4, static (w, n) => w.UInt64(n));
        disputed = state.List<Hash32>(Address, 5, static (w, answer) => w.Hash(answer));
        rulings = state.Schedule<Hash32>();
        retention = state.Schedule<Hash32>();
    }

    public VerificationSettings Settings { get; }

    public OpgAmount BondOf(Address party) => bonds.Of(party);

    /// <summary>What is on its way back to a party, and can still be slashed.</summary>
    public OpgAmount LeavingOf(Address party) => bonds.LeavingOf(party);

    /// <summary>Where an answer stands at a block's time; unset for an unknown one.</summary>
    public AnswerStatus StatusOf(Hash32 answer, ulong now) => answers[answer]?.At(now) ?? AnswerStatus.Unset;

    public override ContractCall? Decode(ReadOnlySpan<byte> callData) => Calls.Decode(Address, callData);

    public override Revert? Execute(in CallContext context, ContractCall call)
    {
        CallContext at = context;
        return call switch
        {
            BondCall c => bonds.Take(at, c.Amount),
            RequestUnbondCall => bonds.RequestUnbond(at, Settings.UnbondingSeconds),
            CommitAnswersCall c => CheckBond(at.Sender, Settings.Penalty)
                ?? EachRow(c.Rows, row => row.Answer, row => Commit(at, row)),
            ReportChecksCall c => CheckBond(at.Sender, Settings.VerifierPenalty)
                ?? EachRow(c.Rows, row => row.Answer, row => Report(at, row.Answer, row.Output)),
            ChallengeAnswersCall c => CheckBond(at.Sender, Settings.VerifierPenalty)
                ?? EachRow(c.Rows, row => row.Answer, row => Challenge(at, row)),
            RuleOnAnswersCall c => CheckJuror(at.Sender) ?? EachRow(c.Rows, row => row.Answer, row => Rule(at, row)),
            RevealTestsCall c => EachRow(c.Salts, TestOf, salt => Reveal(at, salt)),
            RequireVerifiedCall c => RequireVerified(at.Block, c.Answers),
            _ => SolidityErrors.Bare(),
        };
    }

    public override byte[]? Answer(in BlockContext block, ContractCall call)
    {
        ulong now = block.UnixTime;
        return call switch
        {
            AnswersSinceCall c => Since((ulong)c.From.Low, (int)Math.Min((ulong)c.Most.Low, int.MaxValue)),
            StatusesOfCall c => ListedStatuses.Encode(c.Answers.Select(answer => StatusOf(answer, now))),
            OpenDisputesCall c => OpenFor(c.Juror),
            _ => null,
        };
    }

    /// <summary>The name of a test: nobody but who made the salt can tell it from another answer's.</summary>
    public static Hash32 TestOf(Hash32 salt) => Keccak256.Hash(salt.ToArray());

    /// <summary>Duty of every block: bonds are paid back, disputes nobody decided lapse, and old answers are forgotten.</summary>
    internal override void BeginBlock(in BlockContext block)
    {
        bonds.PayDue(block);
        while (rulings.TryTakeBefore(block.UnixTime, out Hash32 overdue))
        {
            if (answers[overdue] is { Status: AnswerStatus.Disputed } answer)
            {
                Decide(answer, AnswerStatus.Lapsed);
            }
        }

        while (retention.TryTakeBefore(block.UnixTime, out Hash32 old))
        {
            order[answers[old]!.Index] = default;
            answers[old] = null;
            forgotten.Value++;
        }
    }

    private Revert? EachRow<TRow>(IReadOnlyList<TRow> rows, Func<TRow, Hash32> nameOf, Func<TRow, Revert?> apply)
    {
        Revert? first = null;
        List<RowRefused> refusals = [];
        foreach (TRow row in rows)
        {
            if (Machine.Try(() => apply(row)) is { } refused)
            {
                first ??= refused;
                refusals.Add(new RowRefused(nameOf(row), refused.Name));
            }
        }

        if (rows.Count == 0 || refusals.Count == rows.Count)
        {
            return first ?? SolidityErrors.Bare();
        }

        refusals.ForEach(Emit);
        return null;
    }

    private Revert? CheckBond(Address party, OpgAmount least) => bonds.Of(party) >= least
        ? null
        : new Revert(VerificationErrors.BondTooLow, party.ToWord(), bonds.Of(party).ToWord(), least.ToWord());

    private Revert? CheckJuror(Address sender) =>
        PowerOf(sender) > 0 ? null : new Revert(VerificationErrors.NotJuror, sender.ToWord());

    private Revert? Commit(in CallContext context, AnswerRow row)
    {
        if (answers[row.Answer] is not null)
        {
            return new Revert(VerificationErrors.AnswerExists, row.Answer.ToWord());
        }

        ulong due = context.Block.UnixTime + Settings.WindowSeconds;
        ulong index = committed.Value++;
        order[index] = row.Answer;
        answers[row.Answer] = new AnswerRecord(index, context.Sender, row, due, AnswerStatus.Open);
        retention.Add(due + Settings.RulingSeconds + Settings.KeepSeconds, row.Answer);
        Emit(new AnswerCommitted(context.Sender, row, due));
        return null;
    }

    private Revert? Report(in CallContext context, Hash32 name, Hash32 output)
    {
        Address verifier = context.Sender;
        if (answers[name] is not { } answer)
        {
            return new Revert(VerificationErrors.UnknownAnswer, name.ToWord());
        }

        if (IsOver(answer, context.Block) || answer.Status is not (AnswerStatus.Open or AnswerStatus.Disputed))
        {
            return new Revert(VerificationErrors.WindowClosed, name.ToWord(), answer.Due);
        }

        if (answer.Approvers.Contains(verifier))
        {
            return new Revert(VerificationErrors.AlreadyReported, name.ToWord(), verifier.ToWord());
        }

        if (answer.Row.Output != output)
        {
            return new Revert(VerificationErrors.OutputsDiffer, name.ToWord());
        }

        answers[name] = answer with { Approvers = [.. answer.Approvers, verifier] };
        OpgAmount reward = OpgAmount.Min(Settings.Reward, token.BalanceOf(RewardAccount));
        Emit(new AnswerApproved(verifier, name, reward));
        return reward.IsZero
            ? null
            : token.Transfer(new CallContext(RewardAccount, context.Block, TransferCause.CheckReward), verifier, reward.ToWord());
    }

    private Revert? Challenge(in CallContext context, AnswerChallenge challenge)
    {
        Hash32 name = challenge.Answer;
        if (answers[name] is not { } answer)
        {
            return new Revert(VerificationErrors.UnknownAnswer, name.ToWord());
        }

        if (answer.Status != AnswerStatus.Open)
        {
            return new Revert(VerificationErrors.AlreadyChallenged, name.ToWord());
        }

        if (IsOver(answer, context.Block))
        {
            return new Revert(VerificationErrors.WindowClosed, name.ToWord(), answer.Due);
        }

        if (answer.Approvers.Contains(context.Sender))
        {
            return new Revert(VerificationErrors.AlreadyReported, name.ToWord(), context.Sender.ToWord());
        }

        if (Keccak256.Hash(challenge.Question) != answer.Row.Input)
        {
            return new Revert(VerificationErrors.QuestionMismatch, name.ToWord());
        }

        if (challenge.Output == answer.Row.Output)
        {
            return new Revert(VerificationErrors.OutputsAgree, name.ToWord());
        }

        Open(context, answer, challenge);
        return null;
    }

    private void Open(in CallContext context, AnswerRecord answer, AnswerChallenge challenge)
    {
        ulong ruleBy = context.Block.UnixTime + Settings.RulingSeconds;
        Dispute dispute = new(context.Sender, challenge.Output, challenge.Question, ruleBy, []);
        AnswerRecord contested = answer with { Status = AnswerStatus.Disputed, Dispute = dispute };
        answers[challenge.Answer] = contested;
        disputed.Add(challenge.Answer);
        rulings.Add(ruleBy, challenge.Answer);
        Emit(new AnswerChallenged(context.Sender, challenge.Answer, challenge.Output));
        if (flaws.HasFlag(ContractFlaws.AccusersBelieved))
        {
            Convict(context.Block, contested);
        }
    }

    private static bool IsOver(AnswerRecord answer, in BlockContext block) => block.UnixTime > answer.Due;

    private Revert? RequireVerified(in BlockContext block, IReadOnlyList<Hash32> names)
    {
        foreach (Hash32 name in names)
        {
            AnswerStatus status = StatusOf(name, block.UnixTime);
            if (status != AnswerStatus.Verified)
            {
                return new Revert(VerificationErrors.AnswerUnverified, name.ToWord(), (ulong)status);
            }
        }

        return null;
    }

    private byte[] Since(ulong from, int most)
    {
        ulong next = Math.Max(from, forgotten.Value);
        List<ListedAnswer> listed = [];
        for (; next < committed.Value && listed.Count < most; next++)
        {
            if (answers[order[next]] is { } answer)
            {
                listed.Add(new ListedAnswer(answer.Node, answer.Row, answer.Due));
            }
        }

        return ListedAnswer.Encode(next, listed);
    }
}
