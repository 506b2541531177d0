using Simulator.Actors.Network;
using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>verification:</c></summary>
internal static class VerificationSection
{
    private static readonly QuantityShape<SimDuration> WholeSeconds =
        Shapes.Duration.Within(Bounds<SimDuration>.From(SimDuration.FromSeconds(1), SimDuration.FromDays(30)));

    private static readonly Key<OpgAmount> Bond = new("bond", Shapes.PositiveAmount)
    {
        Documentation = "What each node has bonded in block 0; below one penalty it can commit to no more answers.",
        Default = "1000 OPG",
        Claim = Claim.Assumption("A-433", "a tenth of what a validator bonds"),
        Example = "1000 OPG",
    };

    private static readonly Key<OpgAmount> VerifierBond = new("verifier_bond", Shapes.PositiveAmount)
    {
        Documentation = "What each verifier has bonded in block 0; below one penalty nothing that it says counts.",
        Default = "1000 OPG",
        Claim = Claim.Assumption("A-434", "as a node's"),
        Example = "1000 OPG",
    };

    private static readonly Key<OpgAmount> Penalty = new("penalty", Shapes.PositiveAmount)
    {
        Documentation = "What a node loses for each wrong answer.",
        Default = "1 OPG",
        Claim = Claim.Assumption("A-435", "stake is lost for an invalid proof; how much is not published"),
        Example = "1 OPG",
    };

    private static readonly Key<OpgAmount> VerifierPenalty = new("verifier_penalty", Shapes.PositiveAmount)
    {
        Documentation = "What a verifier loses for a false accusation, and for approving an answer that is ruled wrong.",
        Default = "1 OPG",
        Claim = Claim.Assumption("A-436", "as a node's"),
        Example = "1 OPG",
    };

    private static readonly Key<Ratio> ReporterShare = new("reporter_share", Shapes.Ratio)
    {
        Documentation = "Share of a penalty that goes to the other side of the dispute; the rest is burned. Above one half "
            + "accusing oneself pays.",
        Default = "1/4",
        Claim = Claim.Assumption("A-437", "well below one half"),
        Example = "1/4",
    };

    private static readonly Key<OpgAmount> Reward = new("reward", Shapes.Amount)
    {
        Documentation = "What a verifier earns for a report that an answer is right.",
        Default = "0.0005 OPG",
        Claim = Claim.Assumption("A-438", "a quarter of the default price of an answer"),
        Example = "0.0005 OPG",
    };

    private static readonly Key<OpgAmount> RewardAccount = new("reward_account", Shapes.Amount)
    {
        Documentation = "What the account that rewards are paid from holds in block 0.",
        Default = "1000 OPG",
        Claim = Claim.Assumption("A-439", "two million rewards"),
        Example = "1000 OPG",
    };

    private static readonly Key<SimDuration> Window = new("window", WholeSeconds)
    {
        Documentation = "Challenge period, in whole seconds: so long after its block an answer can be reported on, and is "
            + "paid afterwards.",
        Default = "30 s",
        Claim = Claim.Assumption("A-440", "six looks of a verifier; long beside an answer, short beside an authorisation"),
        Example = "30 s",
    };

    private static readonly Key<SimDuration> Ruling = new("ruling", WholeSeconds)
    {
        Documentation = "So long after a challenge full nodes rule on it; a dispute that is not decided then lapses.",
        Default = "30 s",
        Claim = Claim.Assumption("A-441", "as the challenge period"),
        Example = "30 s",
    };

    private static readonly Key<SimDuration> Unbonding = new("unbonding", WholeSeconds)
    {
        Documentation = "From asking for a bond until it is paid back, in whole seconds; it can be slashed until then.",
        Default = "10 min",
        Claim = Claim.Assumption("A-474", "ten times window and ruling together, so that whoever leaves is liable for what he said"),
        Example = "10 min",
    };

    private static readonly Key<Ratio> Quorum = new("quorum", Shapes.Ratio)
    {
        Documentation = "A ruling needs more than this share of the validators' power.",
        Default = "2/3",
        Convention = "as a block",
        Example = "2/3",
    };

    private static readonly Key<SimDuration> Commit = new("commit", WholeSeconds)
    {
        Documentation = "Between two transactions in which a node commits to its answers.",
        Default = "5 s",
        Claim = Claim.Assumption("A-442", "a few blocks of the inference chain"),
        Example = "5 s",
    };

    private static readonly Key<SimDuration> Judging = new("judging", Shapes.PositiveDuration)
    {
        Documentation = "Time in which a full node executes one disputed question.",
        Default = "15 ms",
        Claim = Claim.Assumption("A-443", "as a small node"),
        Example = "15 ms",
    };

    private static readonly Key<Ratio> Tests = new("tests", Shapes.Ratio)
    {
        Documentation = "Planted tests for each committed answer: wrong on purpose, and revealed unless challenged. Who "
            + "approves one is slashed.",
        Default = "0",
        Convention = "tests are stated where a scenario is about them",
        Example = "1/100",
    };

    private static readonly Key<Ratio> Tolerance = new("tolerance", Shapes.Ratio)
    {
        Documentation = "How far a number of an answer may be from the verifier's own, as a share of the larger of the two, "
            + "before it is challenged; 0 compares hashes. Full nodes rule by hash on what is challenged.",
        Default = "0",
        Convention = "nodes with one kind of runtime give the same bits",
        Example = "1/5000",
    };

    private static readonly Key<ProofSettings> Zk = new("zk", ProofSection.Shape)
    {
        Documentation = "What a proof costs, for users who ask for one.",
        Default = "{}",
    };

    public static readonly Section<AnswerVerificationSettings> Shape = new(
        "rules of verification",
        [
            Bond, VerifierBond, Penalty, VerifierPenalty, ReporterShare, Reward, RewardAccount, Window, Ruling, Unbonding,
            Quorum, Commit, Judging, Tests, Tolerance, Zk,
        ],
        values => new AnswerVerificationSettings
        {
            Bond = values.Get(Bond),
            VerifierBond = values.Get(VerifierBond),
            Penalty = values.Get(Penalty),
            VerifierPenalty = values.Get(VerifierPenalty),
            ReporterShare = values.Get(ReporterShare),
            Reward = values.Get(Reward),
            RewardAccount = values.Get(RewardAccount),
            Window = values.Get(Window),
            Ruling = values.Get(Ruling),
            Unbonding = values.Get(Unbonding),
            Quorum = values.Get(Quorum),
            Commit = values.Get(Commit),
            Judging = values.Get(Judging),
            Tests = values.Get(Tests),
            Tolerance = values.Get(Tolerance),
            Zk = values.Get(Zk),
        });

    /// <summary>Rules hold in a world where users ask for verification or somebody verifies.</summary>
    public static AnswerVerificationSettings? Resolve(
        AnswerVerificationSettings rules, IReadOnlyList<UserGroup> users, IReadOnlyList<VerifierGroup> verifiers) =>
        users.Any(IsVerified) || verifiers.Count > 0 ? rules : null;

    /// <summary>Verification needs a chain to be on, the path that can wait, and authorisations that live long enough.</summary>
    public static void Check(SectionValues values, Scenario scenario)
    {
        if (scenario.Verification is { } rules && scenario.Chains.Inference is null)
        {
            values.RefuseAt(
                values.WrittenAt("verifiers") ?? values.WrittenAt("users"),
                "there is no chain that answers could be verified on",
                "verifiers and the modes reexecute and zk only beside chains.inference",
                "add 'inference: {}' under 'chains'");
        }

        RequireBonds(values, scenario);
        foreach (UserGroup group in scenario.Users.Where(group => IsVerified(group) && group.Asks.Path == AskPath.Chain))
        {
            values.RefuseAt(
                values.WrittenAt("users", group.Name, "asks", "mode"),
                $"{group.Name} ask on the chain, where the transaction is answered at once",
                "the modes reexecute and zk only with the path x402",
                "remove 'path: chain', or 'mode'");
        }

        if (scenario.Users.Any(IsVerified) && scenario.Payment.Mode is not (PaymentMode.Upto or PaymentMode.Exact))
        {
            values.RefuseAt(
                values.WrittenAt("payment", "mode") ?? values.WrittenAt("payment"),
                "this way to pay has no settlement that could wait for an answer to be verified",
                "the modes reexecute and zk only with authorisations: upto or exact",
                "write 'payment: { mode: upto }'");
        }

        RequireLongAuthorisations(values, scenario);
    }

    /// <summary>How long before a signed deadline a session must not be drawn on, for its answers to be verified in time.</summary>
    public static SimDuration MarginOf(AnswerVerificationSettings rules) =>
        rules.Window + rules.Ruling + rules.Commit + rules.Commit;

    private static void RequireBonds(SectionValues values, Scenario scenario)
    {
        if (scenario.Verification is not null)
        {
            return;
        }

        foreach (NodeGroup group in scenario.Nodes.Where(group => group.Leaves > SimDuration.Zero))
        {
            values.RefuseAt(
                values.WrittenAt("nodes", group.Name, "leaves"),
                $"{group.Name} have bonded nothing that they could ask back",
                "'leaves' where answers are verified",
                "remove 'leaves', or let users ask with 'mode: reexecute'");
        }
    }

    private static bool IsVerified(UserGroup group) =>
        group.Asks.Mode is VerificationMode.Reexecute or VerificationMode.Zk;

    private static void RequireLongAuthorisations(SectionValues values, Scenario scenario)
    {
        if (scenario.Verification is not { } rules || !scenario.Users.Any(IsVerified))
        {
            return;
        }

        SimDuration least = MarginOf(rules) + SimDuration.FromSeconds(120);
        if (scenario.Payment.Timeout < least)
        {
            values.RefuseAt(
                values.WrittenAt("payment", "timeout") ?? values.WrittenAt("verification", "window"),
                $"an authorisation expires after {scenario.Payment.Timeout}, before its answers are verified and settled",
                $"payment.timeout of at least {least}: window, ruling, twice commit, and 120 s to settle",
                $"write 'payment: {{ timeout: {least} }}', or shorten the window");
        }
    }
}
