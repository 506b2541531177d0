using Simulator.Actors.Facilitators.Conditions;
using Simulator.Actors.Gateways.Verification;
using Simulator.Actors.Users;
using Simulator.Actors.Verifiers;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Inference.Facts;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Tests.Stages;

/// <summary>The parties of verification, each on a stage of its own.</summary>
internal static class VerificationCast
{
    public static readonly ActorRef Gateway = new(30);
    public static readonly ActorRef Source = new(31);
    public static readonly ActorRef Facilitator = new(32);

    public static readonly ModelStore Models = ModelStore.Shipped();

    private static readonly SimDuration Second = SimDuration.FromSeconds(1);

    public static ReexecutionSettings Execution { get; } = new()
    {
        Models = Models,
        Inference = new InferenceEngine(),
        Profile = ExecutionProfile.Default,
        Facts = new InferenceFacts(),
    };

    public static VerifierSettings Auditor { get; } = new()
    {
        Group = "auditors",
        Account = RegistryCast.Account,
        Poll = Second,
        AuditRate = new Ratio(1, 1),
        CheckTime = SimDuration.FromMilliseconds(15),
        Slots = 2,
        Machine = new MachineTime("auditors/1", "auditors", OpgAmount.OneOpg),
        Execution = Execution,
        Comparison = ExactComparison.Shared,
        Sources = new SortedDictionary<Address, (string Name, ActorRef Actor)> { [Papers.PayTo] = ("honest/1", Source) },
        Settled = Second,
        Prices = new VerifierPrices(OpgAmount.OneOpg, OpgAmount.OneOpg, OpgAmount.OneOpg),
    };

    public static Stage Agent()
    {
        CommitmentSettings settings = new()
        {
            Group = "honest",
            Node = "honest/1",
            Account = RegistryCast.Account,
            Batch = Second,
            Window = SimDuration.FromSeconds(30),
            GivenUpAfter = SimDuration.FromSeconds(90),
        };
        return new Stage("honest/1/commitments", _ => new CommitmentAgent(settings, () => Gateway));
    }

    public static Stage Prover()
    {
        ProverSettings settings = new()
        {
            Proving = Second,
            Slots = 1,
            Machine = new MachineTime("honest/1", "honest", OpgAmount.Zero),
            Execution = Execution,
        };
        return new Stage("honest/1/prover", _ => new Prover(settings, () => Gateway));
    }

    public static Stage Verifier(VerifierSettings? settings = null) =>
        new("auditors/1", _ => new Verifier(settings ?? Auditor));

    public static Stage Juror()
    {
        JurorSettings settings = new()
        {
            Account = RegistryCast.Account,
            Poll = Second,
            ExecutionTime = SimDuration.FromMilliseconds(15),
            Execution = Execution,
        };
        return new Stage("validators/1/juror", _ => new Juror(settings));
    }

    public static Stage Tester()
    {
        TesterSettings settings = new()
        {
            Account = RegistryCast.Account,
            Poll = Second,
            Rate = new Ratio(1, 1),
            Questions = new VolatilityTrader("volatility@1.2"),
            Model = Keccak256.HashText("model"),
            RevealAfter = SimDuration.FromSeconds(40),
        };
        return new Stage("verification/tester", _ => new Tester(settings));
    }

    public static Stage Desk()
    {
        ConditionSettings settings = new()
        {
            Group = "main",
            Facilitator = Facilitator,
            FullNode = RegistryCast.FullNode,
            ProofCheck = SimDuration.FromMilliseconds(23),
        };
        return new Stage("main/1/conditions", _ => new ConditionDesk(settings));
    }
}
