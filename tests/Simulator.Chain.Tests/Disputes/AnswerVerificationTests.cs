using Simulator.Chain.Blocks;
using Simulator.Chain.Disputes;
using Simulator.Chain.Registry;
using Simulator.Chain.Signatures;
using Simulator.Chain.Staking;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Tests.Disputes;

public sealed class AnswerVerificationTests
{
    private const ulong Genesis = 1_770_000_000;

    private static readonly Address Node = Account("node");
    private static readonly Address Verifier = Account("verifier");
    private static readonly Address Rival = Account("rival");
    private static readonly Address[] Jurors = [.. Enumerable.Range(1, 4).Select(n => Account($"juror {n}"))];
    private static readonly byte[] Question = "what is it worth?"u8.ToArray();
    private static readonly Hash32 Truth = Keccak256.HashText("42");
    private static readonly Hash32 Lie = Keccak256.HashText("41");

    private readonly InferenceChain world;

    public AnswerVerificationTests()
    {
        world = new InferenceChain(
            InferenceChain.OgEvmSettings,
            Account("admin"),
            new StakingSettings(),
            Secp256k1Recovery.Shared,
            NitroPrecompile.Shared,
            verification: new VerificationSettings
            {
                Penalty = Opg(8),
                VerifierPenalty = Opg(4),
                Reward = new OpgAmount(1_000),
                ReporterShare = new Ratio(1, 4),
                KeepSeconds = 100,
                Jurors = [.. Jurors.Select(juror => (juror, 10L))],
            });
        world.Start(new InferenceGenesis
        {
            UnixTime = Genesis,
            Admin = Account("admin"),
            Accounts =
            [
                new GenesisAccount(Node, Opg(20), 1),
                new GenesisAccount(Verifier, Opg(10), 1),
                new GenesisAccount(Rival, Opg(10), 1),
                new GenesisAccount(AnswerVerification.RewardAccount, new OpgAmount(2_500), 0),
                .. Jurors.Select(juror => new GenesisAccount(juror, OpgAmount.Zero, 1)),
            ],
            VendorRoot = [.. System.Text.Encoding.ASCII.GetBytes(new Protocol.Attestation.SimulatedVendor().RootPem)],
            Bonds = [(Node, Opg(20)), (Verifier, Opg(10)), (Rival, Opg(10))],
        });
    }

    private AnswerVerification Contract => world.Answers;

    private ulong Now => world.Chain.Head.UnixTime;

    [Fact]
    public void An_answer_stands_when_its_window_has_passed_and_only_then()
    {
        Hash32 answer = Commit("a", Truth);

        Assert.Equal($"AnswerUnverified({answer}, 1)", Required(answer));
        Wait(60);
        Assert.Equal(AnswerStatus.Open, Contract.StatusOf(answer, Now));
        Wait(1);

        Assert.Null(Required(answer));
        Assert.Equal(
            [AnswerStatus.Verified, AnswerStatus.Unset],
            ListedStatuses.TryRead(world.Chain.Answer(
                Contract.Address, new StatusesOfCall(Contract.Address, [answer, Truth]).Encode())!)!);
        Assert.Equal($"WindowClosed({answer}, {Genesis + 61})", Challenge(answer, Truth, Lie, Verifier));
    }

    [Fact]
    public void More_than_two_thirds_of_the_power_convict_and_the_penalty_is_shared_and_burned_once()
    {
        Hash32 answer = Commit("a", Lie);
        Assert.Null(Try(Rival, new ReportChecksCall(Contract.Address, [(answer, Lie)])));
        Assert.Null(Challenge(answer, Lie, Truth, Verifier));
        OpgAmount supply = world.Token.TotalSupply;

        Assert.Null(Rule(answer, true, 0));
        Assert.Null(Rule(answer, false, 1));
        Assert.Null(Rule(answer, true, 2));
        Assert.Equal($"AlreadyRuled({answer}, {Jurors[0]})", Rule(answer, true, 0));
        Assert.Equal(AnswerStatus.Disputed, Contract.StatusOf(answer, Now));
        TransactionReceipt last = Run(Jurors[3], new RuleOnAnswersCall(Contract.Address, [new AnswerRuling(answer, true)]));

        // The node loses 8, a quarter of it to the challenger; who approved the lie loses 4, all burned.
        Assert.Equal(
            [
                new BondSlashed(Node, answer, BondOffence.WrongAnswer, Opg(8), Opg(6), Opg(2)),
                new BondSlashed(Rival, answer, BondOffence.WrongApproval, Opg(4), Opg(4), OpgAmount.Zero),
            ],
            last.Logs.Select(log => log.Event).OfType<BondSlashed>());
        Assert.Equal(supply - Opg(10), world.Token.TotalSupply);
        Assert.Equal(Opg(2), world.Token.BalanceOf(Verifier));
        Assert.Equal((Opg(12), Opg(10), Opg(6)), (Contract.BondOf(Node), Contract.BondOf(Verifier), Contract.BondOf(Rival)));
        Assert.Equal($"NotDisputed({answer})", Rule(answer, true, 1));
        Assert.Equal($"AnswerUnverified({answer}, 4)", Required(answer));
        HoldsTheBonds();
    }

    [Fact]
    public void A_false_accusation_costs_the_accuser_and_the_answer_stands_at_once()
    {
        Hash32 answer = Commit("a", Truth);
        Assert.Null(Challenge(answer, Truth, Lie, Verifier));
        Assert.Equal($"AlreadyChallenged({answer})", Challenge(answer, Truth, Lie, Rival));

        Assert.All([0, 1, 2], juror => Assert.Null(Rule(answer, false, juror)));

        Assert.Null(Required(answer));
        Assert.Equal(Opg(6), Contract.BondOf(Verifier));
        Assert.Equal(Opg(1), world.Token.BalanceOf(Node));
        HoldsTheBonds();
    }

    [Fact]
    public void A_dispute_that_too_few_rule_on_lapses_unpaid_and_unpunished()
    {
        Hash32 answer = Commit("a", Lie);
        Challenge(answer, Lie, Truth, Verifier);
        Rule(answer, true, 0);
        Assert.Equal(3, Jurors.Count(juror => Disputes(juror).Count == 1));

        Wait(61);

        Assert.Equal(AnswerStatus.Lapsed, Contract.StatusOf(answer, Now));
        Assert.Equal(Opg(20), Contract.BondOf(Node));
        Assert.Empty(Disputes(Jurors[1]));
    }

    [Fact]
    public void A_bond_goes_back_after_its_time_and_only_once()
    {
        Assert.Null(Try(Rival, new RequestUnbondCall(Contract.Address)));
        ulong due = Now + 600;
        Assert.Equal((OpgAmount.Zero, Opg(10)), (Contract.BondOf(Rival), Contract.LeavingOf(Rival)));
        Assert.Equal($"UnbondingPending({Rival}, {due})", Try(Rival, new RequestUnbondCall(Contract.Address)));
        Wait(due - Now);
        Assert.Equal(OpgAmount.Zero, world.Token.BalanceOf(Rival));

        Wait(1);

        Assert.Equal((Opg(10), OpgAmount.Zero), (world.Token.BalanceOf(Rival), Contract.LeavingOf(Rival)));
        Assert.Equal("ZeroBond()", Try(Rival, new RequestUnbondCall(Contract.Address)));
        HoldsTheBonds();
    }

    [Fact]
    public void A_bond_on_its_way_back_is_slashed_and_lets_its_party_say_nothing_more()
    {
        Hash32 answer = Commit("a", Lie);
        Assert.Null(Try(Node, new RequestUnbondCall(Contract.Address)));
        Assert.Equal(
            $"BondTooLow({Node}, 0, {Opg(8).BaseUnits})",
            Try(Node, new CommitAnswersCall(Contract.Address, [Row(Keccak256.HashText("b"), Truth)])));
        Assert.Null(Challenge(answer, Lie, Truth, Verifier));

        Assert.All([0, 1, 2], juror => Assert.Null(Rule(answer, true, juror)));

        Assert.Equal(Opg(12), Contract.LeavingOf(Node));
        HoldsTheBonds();
        Wait(601);
        Assert.Equal(Opg(12), world.Token.BalanceOf(Node));
        HoldsTheBonds();
    }

    [Fact]
    public void A_report_is_paid_once_from_the_reward_account_while_it_lasts()
    {
        Hash32[] named = [Commit("a", Truth), Commit("b", Truth), Commit("c", Truth), Commit("d", Truth)];
        foreach (Hash32 answer in named)
        {
            Assert.Null(Try(Verifier, new ReportChecksCall(Contract.Address, [(answer, Truth)])));
        }

        Assert.Equal(new OpgAmount(2_500), world.Token.BalanceOf(Verifier));
        Assert.Equal(
            $"AlreadyReported({named[0]}, {Verifier})",
            Try(Verifier, new ReportChecksCall(Contract.Address, [(named[0], Truth)])));
        Assert.Equal(
            $"AlreadyReported({named[0]}, {Verifier})", Challenge(named[0], Truth, Lie, Verifier));
        Assert.Equal(
            $"OutputsDiffer({named[0]})", Try(Rival, new ReportChecksCall(Contract.Address, [(named[0], Lie)])));
    }

    [Fact]
    public void A_revealed_test_costs_those_who_approved_it_and_can_be_revealed_by_its_maker_alone()
    {
        Hash32 salt = Keccak256.HashText("salt");
        Hash32 test = AnswerVerification.TestOf(salt);
        Assert.Null(Try(Node, new CommitAnswersCall(Contract.Address, [Row(test, Lie)])));
        Assert.Null(Try(Rival, new ReportChecksCall(Contract.Address, [(test, Lie)])));

        Assert.Equal($"NoTest({test})", Try(Verifier, new RevealTestsCall(Contract.Address, [salt])));
        Assert.Null(Try(Node, new RevealTestsCall(Contract.Address, [salt])));

        Assert.Equal(AnswerStatus.Test, Contract.StatusOf(test, Now));
        Assert.Equal((Opg(20), Opg(6)), (Contract.BondOf(Node), Contract.BondOf(Rival)));
        Assert.Equal($"AlreadyChallenged({test})", Challenge(test, Lie, Truth, Verifier));
    }

    [Fact]
    public void A_batch_does_what_its_sound_rows_ask_for_and_reverts_when_none_is_sound()
    {
        Hash32 known = Commit("a", Truth);
        Hash32 other = Keccak256.HashText("b");

        TransactionReceipt mixed = Run(Node, new CommitAnswersCall(Contract.Address, [Row(known, Truth), Row(other, Truth)]));

        Assert.Null(mixed.Revert);
        Assert.Equal(
            new RowRefused(known, "AnswerExists"),
            mixed.Logs.Select(log => log.Event).OfType<RowRefused>().Single());
        Assert.Equal(AnswerStatus.Open, Contract.StatusOf(other, Now));
        Assert.Equal(
            $"AnswerExists({known})", Try(Node, new CommitAnswersCall(Contract.Address, [Row(known, Truth)])));
        Assert.Equal("NoData()", Try(Node, new CommitAnswersCall(Contract.Address, [])));
    }

    [Fact]
    public void Only_who_is_bonded_takes_part_and_only_jurors_rule()
    {
        Hash32 answer = Commit("a", Truth);
        Address stranger = Account("stranger");

        Assert.Equal(
            $"BondTooLow({stranger}, 0, {Opg(8).BaseUnits})",
            Try(stranger, new CommitAnswersCall(Contract.Address, [Row(Keccak256.HashText("b"), Truth)])));
        Assert.Equal(
            $"BondTooLow({stranger}, 0, {Opg(4).BaseUnits})", Challenge(answer, Truth, Lie, stranger));
        Assert.Equal(
            $"NotJuror({Verifier})",
            Try(Verifier, new RuleOnAnswersCall(Contract.Address, [new AnswerRuling(answer, true)])));
        Assert.Equal(
            $"QuestionMismatch({answer})",
            Try(Verifier, new ChallengeAnswersCall(Contract.Address, [new AnswerChallenge(answer, Lie, [1])])));
        Assert.Equal($"OutputsAgree({answer})", Challenge(answer, Truth, Truth, Verifier));
        Assert.Equal("ZeroBond()", Try(Verifier, new BondCall(Contract.Address, UInt256.Zero)));
    }

    [Fact]
    public void Verifiers_read_the_answers_in_order_and_old_ones_are_forgotten()
    {
        Hash32[] named = [Commit("a", Truth), Commit("b", Truth), Commit("c", Truth)];

        (ulong next, IReadOnlyList<ListedAnswer> listed) = Since(0, 2);
        Assert.Equal(2UL, next);
        Assert.Equal(named[..2], listed.Select(answer => answer.Row.Answer));
        Assert.Equal(named[2..], Since(next, 9).Answers.Select(answer => answer.Row.Answer));
        Hash32 root = world.Chain.Head.StateRoot;
        Wait(300);

        Assert.Equal((3UL, 0), (Since(0, 9).Next, Since(0, 9).Answers.Count));
        Assert.NotEqual(root, world.Chain.Head.StateRoot);
    }

    private static OpgAmount Opg(ulong whole) => OpgAmount.FromWholeOpg(whole);

    private static Address Account(string seed) => Secp256k1.AddressOf(PrivateKey.FromSeed(seed));

    private static AnswerRow Row(Hash32 name, Hash32 output) =>
        new(name, Keccak256.Hash(Question), output, Keccak256.HashText("model"));

    private Hash32 Commit(string name, Hash32 output)
    {
        Hash32 answer = Keccak256.HashText(name);
        Assert.Null(Try(Node, new CommitAnswersCall(Contract.Address, [Row(answer, output)])));
        return answer;
    }

    private string? Challenge(Hash32 answer, Hash32 committed, Hash32 claimed, Address by)
    {
        Assert.NotEqual(default, committed);
        return Try(by, new ChallengeAnswersCall(Contract.Address, [new AnswerChallenge(answer, claimed, Question)]));
    }

    private string? Rule(Hash32 answer, bool upheld, int juror) =>
        Try(Jurors[juror], new RuleOnAnswersCall(Contract.Address, [new AnswerRuling(answer, upheld)]));

    private IReadOnlyList<ListedDispute> Disputes(Address juror) => ListedDispute.TryRead(
        world.Chain.Answer(Contract.Address, new OpenDisputesCall(Contract.Address, juror).Encode())!)!;

    private (ulong Next, IReadOnlyList<ListedAnswer> Answers) Since(ulong from, ulong most) => ListedAnswer.TryRead(
        world.Chain.Answer(Contract.Address, new AnswersSinceCall(Contract.Address, from, most).Encode())!)!.Value;

    private string? Required(Hash32 answer) =>
        world.Chain.Simulate(Verifier, new RequireVerifiedCall(Contract.Address, [answer]))?.ToString();

    private string? Try(Address sender, ContractCall call) => Run(sender, call).Revert?.ToString();

    private TransactionReceipt Run(Address sender, ContractCall call) => Assert.Single(world.Chain.Produce(Now + (Now == Genesis ? 1UL : 0),
    [
        new ChainTransaction
        {
            Hash = Keccak256.Hash(call.Encode()),
            Sender = sender,
            ChainId = Deployments.OgEvmChainId,
            Nonce = world.Chain.Account(sender).Nonce,
            GasLimit = 9_000_000,
            To = call.Target,
            Data = call.Encode(),
        },
    ]).Receipts);

    private void Wait(ulong seconds) => world.Chain.Produce(Now + seconds, []);

    private void HoldsTheBonds() => Assert.Equal(
        new[] { Node, Verifier, Rival }.Aggregate(
            OpgAmount.Zero, (sum, party) => sum + Contract.BondOf(party) + Contract.LeavingOf(party)),
        world.Token.BalanceOf(Contract.Address));
}
