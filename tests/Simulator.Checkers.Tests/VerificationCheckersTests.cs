using Simulator.Checkers.Stakes;
using Simulator.Checkers.Verification;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Tests;

public sealed class VerificationCheckersTests
{
    private const long Due = 100;

    private static readonly RequestId Request = new("users/1", 1);
    private static readonly Hash32 Answer = Keccak256.HashText("users/1#1@nodes/1");

    [Fact]
    public void Money_for_an_answer_whose_window_has_passed_is_in_order_and_earlier_it_is_not()
    {
        Assert.Empty(Paid("reexecute", Posted(), Block(Due + 1)).Violations);
        Assert.Single(Paid("reexecute", Posted(), Block(Due)).Violations);
        Assert.Single(Paid("reexecute", Block(Due + 1)).Violations);
    }

    [Theory]
    [InlineData("verified", 0)]
    [InlineData("convicted", 1)]
    [InlineData("lapsed", 1)]
    [InlineData("test", 1)]
    public void A_challenged_answer_is_paid_for_only_when_the_challenge_was_rejected(string outcome, int violations)
    {
        Assert.Single(Paid("reexecute", Posted(), Disputed(), Block(Due + 1)).Violations);
        Assert.Equal(
            violations,
            Paid("reexecute", Posted(), Disputed(), new AnswerRuled(2, Answer, outcome), Block(Due + 1)).ViolationCount);
    }

    [Fact]
    public void Money_for_a_proven_answer_needs_a_valid_proof()
    {
        Assert.Empty(Paid("zk", new ProofChecked(Request, "users/1", true)).Violations);
        Assert.Single(Paid("zk", new ProofChecked(Request, "users/1", false)).Violations);
    }

    [Fact]
    public void Other_modes_and_refused_settlements_are_not_judged()
    {
        Assert.Equal(0, Paid("vanilla").Judged);
        Assert.Equal(0, Facts.Judge(
            new PaymentsVerified(),
            [.. Session("reexecute"), new SettlementFinished("s", "main/1", OpgAmount.Zero, null, "expired")]).Judged);
    }

    [Fact]
    public void A_slash_that_is_burned_as_it_says_is_in_order()
    {
        SlashesBurnedOnce checker = Facts.Judge(new SlashesBurnedOnce(), Taken(8, 6), Burned(6), Block(1), Block(2));

        Assert.Empty(checker.Violations);
        Assert.Equal(2, checker.Judged);
    }

    [Fact]
    public void Burning_twice_burning_in_silence_and_slashing_twice_are_seen()
    {
        Assert.Single(Facts.Judge(new SlashesBurnedOnce(), Taken(8, 6), Burned(6), Burned(6), Block(1)).Violations);
        Assert.Single(Facts.Judge(new SlashesBurnedOnce(), Burned(6), Block(1)).Violations);
        Assert.Single(Facts.Judge(
            new SlashesBurnedOnce(), Taken(8, 6), Burned(6), Block(1), Taken(8, 6), Burned(6), Block(2)).Violations);
    }

    [Fact]
    public void What_cannot_be_slashed_any_more_is_forgotten_and_what_is_disputed_is_not()
    {
        FraudAttempted cheat = new("cheaper_model", "nodes/1", "nodes", "users/1#1@nodes/1");
        AnswerRuled ruled = new(2, Answer, "convicted");

        Assert.Single(Facts.Judge(new HonestUnslashed(), Rules(), cheat, Posted(), Block(Due + 1), Taken(8, 6)).Violations);
        Assert.Empty(Facts.Judge(
            new HonestUnslashed(), Rules(), cheat, Posted(), Disputed(), Block(Due + 1), ruled, Taken(8, 6)).Violations);
        Assert.Single(Facts.Judge(
            new HonestUnslashed(), Rules(), cheat, Posted(), Disputed(), ruled, Block(Due), Taken(8, 6)).Violations);
    }

    [Fact]
    public void A_bond_goes_back_once_in_time_and_without_what_was_slashed()
    {
        Observation[] asked = [Party(), Bonded(9), Block(1), new BondLeaving(2, "nodes/1", Facts.Opg(9), Due), Taken(4, 4)];

        Assert.Empty(Facts.Judge(new BondsAddUp(), [.. asked, .. Back(5), Block(Due)]).Violations);
        Assert.Single(Facts.Judge(new BondsAddUp(), [.. asked, .. Back(5), Block(Due - 1)]).Violations);
        Assert.Single(Facts.Judge(new BondsAddUp(), [.. asked, .. Back(9), Block(Due)]).Violations);
        Assert.Single(Facts.Judge(
            new BondsAddUp(), [.. asked, .. Back(5), Block(Due), .. Back(5), Block(Due + 1)]).Violations);
        Assert.Single(Facts.Judge(
            new BondsAddUp(), Party(), Bonded(9), new BondLeaving(2, "nodes/1", Facts.Opg(10), Due)).Violations);
    }

    [Fact]
    public void A_ruling_may_be_believed_once_by_each_user_and_only_as_it_was_made()
    {
        RulingRead read = new("users/1", "nodes/1", Answer, RulingRead.Convicted);
        Observation[] ruled = [Posted(), Disputed(), new AnswerRuled(2, Answer, "convicted")];

        Assert.Empty(Facts.Judge(new TrustFounded(), [.. ruled, read, read with { User = "users/2" }]).Violations);
        Assert.Single(Facts.Judge(new TrustFounded(), [.. ruled, read, read]).Violations);
        Assert.Single(Facts.Judge(new TrustFounded(), [.. ruled, read with { Node = "nodes/2" }]).Violations);
        Assert.Single(Facts.Judge(new TrustFounded(), [.. ruled, read with { Outcome = RulingRead.Acquitted }]).Violations);
        Assert.Single(Facts.Judge(new TrustFounded(), [Posted(), Disputed(), read]).Violations);
        Assert.Single(Facts.Judge(
            new TrustFounded(), [Posted(), Disputed(), new AnswerRuled(2, Answer, "lapsed"), read]).Violations);
    }

    [Fact]
    public void Who_cheated_may_be_slashed_and_nobody_else()
    {
        FraudAttempted cheat = new("cheaper_model", "nodes/1", "nodes", "users/1#1@nodes/1");

        Assert.Empty(Facts.Judge(new HonestUnslashed(), Rules(), cheat, Taken(8, 6)).Violations);
        Assert.Single(Facts.Judge(new HonestUnslashed(), Rules(), Taken(8, 6)).Violations);
        Assert.Empty(Facts.Judge(new HonestUnslashed(), Rules(), Taken(8, 6, "verification/tester")).Violations);
        Assert.Equal(0, Facts.Judge(new HonestUnslashed(), Rules(isExact: false), Taken(8, 6)).Judged);
    }

    [Fact]
    public void A_verifier_is_slashed_for_its_own_word_alone()
    {
        BondTaken taken = Taken(4, 4, "auditors/1", "wrong_approval");
        string subject = FraudSubjects.OfCheck(Answer, "auditors/1");

        Assert.Empty(Facts.Judge(
            new HonestUnslashed(), Rules(), new FraudAttempted("rubber_stamp", "auditors/1", "auditors", subject), taken).Violations);
        Assert.Single(Facts.Judge(
            new HonestUnslashed(), Rules(), new FraudAttempted("cheaper_model", "nodes/1", "nodes", "users/1#1@nodes/1"), taken).Violations);
    }

    private static PaymentsVerified Paid(string mode, params Observation[] happened) => Facts.Judge(
        new PaymentsVerified(),
        [.. Session(mode), .. happened, new SettlementFinished("s", "main/1", Facts.Opg(5), Hash32.Zero, null)]);

    private static Observation[] Session(string mode) =>
    [
        new VerificationAsked(Request, mode),
        new SessionOpened("s", "nodes/1", Request, Facts.Alice, 1, Facts.Opg(9)),
        new SessionCharged("s", Request, Facts.Opg(5), true),
    ];

    private static VerificationDeclared Rules(bool isExact = true) => new(isExact, "verification/tester");

    private static AnswerPosted Posted() => new(1, Answer, "nodes/1", Hash32.Zero, Due);

    private static AnswerDisputed Disputed() => new(1, Answer, "auditors/1");

    private static BondTaken Taken(ulong lost, ulong burned, string party = "nodes/1", string offence = "wrong_answer") =>
        new(1, party, Answer, offence, Facts.Opg(lost), Facts.Opg(burned));

    private static PartyDeclared Party() => new(Facts.Alice, "nodes/1", "nodes", PartyRole.Node);

    private static TokenTransferred Bonded(ulong amount) =>
        new("inference", 0, Hash32.Zero, Facts.Alice, Facts.Bob, Facts.Opg(amount), "bond");

    private static Observation[] Back(ulong amount) =>
    [
        new TokenTransferred("inference", 3, Hash32.Zero, Facts.Bob, Facts.Alice, Facts.Opg(amount), "bond_return"),
        new BondReturned(3, "nodes/1", Facts.Opg(amount)),
    ];

    private static TokenTransferred Burned(ulong amount) =>
        new("inference", 1, Hash32.Zero, Facts.Bob, Address.Zero, Facts.Opg(amount), "bond_burn");

    private static BlockProduced Block(long unixTime) =>
        new("inference", unixTime, unixTime, Hash32.Zero, Hash32.Zero, 0, OpgAmount.Zero);
}
