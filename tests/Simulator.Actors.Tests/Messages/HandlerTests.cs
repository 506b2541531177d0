using Simulator.Actors.Enclaves;
using Simulator.Actors.Facilitators;
using Simulator.Actors.Facilitators.Conditions;
using Simulator.Actors.Facilitators.Evidence;
using Simulator.Actors.FullNodes;
using Simulator.Actors.Gateways;
using Simulator.Actors.Gateways.Verification;
using Simulator.Actors.Network;
using Simulator.Actors.Operators;
using Simulator.Actors.PaymentChains;
using Simulator.Actors.Platforms;
using Simulator.Actors.Registry;
using Simulator.Actors.Rewards;
using Simulator.Actors.Storage;
using Simulator.Actors.Tests.Stages;
using Simulator.Actors.Users;
using Simulator.Actors.Verifiers;
using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Tests.Messages;

/// <summary>What every actor owes: a message it knows is handled, any other is a bug that ends the run.</summary>
public sealed class HandlerTests
{
    // Who answers which message; the kernel's own messages reach everybody.
    private static readonly SortedDictionary<string, Func<Stage>> Actors = new(StringComparer.Ordinal)
    {
        [nameof(CommitmentAgent)] = () => VerificationCast.Agent(),
        [nameof(ConditionDesk)] = () => VerificationCast.Desk(),
        [nameof(ContractCaller)] = () => Cast.ContractCaller(),
        [nameof(Juror)] = () => VerificationCast.Juror(),
        [nameof(Prover)] = () => VerificationCast.Prover(),
        [nameof(Tester)] = () => VerificationCast.Tester(),
        [nameof(Verifier)] = () => VerificationCast.Verifier(),
        [nameof(FullNode)] = () => ChainCast.FullNode().Stage,
        [nameof(Platform)] = () => Cast.Platform(),
        [nameof(PlatformUser)] = () => Cast.PlatformUser(),
        [nameof(User)] = () => Cast.User().Stage,
        [nameof(Gateway)] = () => Cast.Gateway(),
        [nameof(Gateway) + " on_chain"] = () => Cast.Gateway(settings => settings with { Mode = PaymentMode.OnChain }),
        [nameof(Gateway) + " post_paid"] = () => Cast.Gateway(settings => settings with { Mode = PaymentMode.PostPaid }),
        [nameof(Gateway) + " channel"] = () => Cast.Gateway(settings => settings with { Mode = PaymentMode.Channel }),
        [nameof(User) + " on_chain"] = () => Cast.PayingUser(PaymentMode.OnChain),
        [nameof(User) + " post_paid"] = () => Cast.PayingUser(PaymentMode.PostPaid),
        [nameof(User) + " channel"] = () => Cast.PayingUser(PaymentMode.Channel),
        [nameof(Enclave)] = () => Cast.Enclave(),
        [nameof(EvidenceDesk)] = () => Cast.EvidenceDesk(),
        [nameof(Facilitator)] = () => Cast.Facilitator(),
        [nameof(StorageNode)] = () => Cast.StorageNode(),
        [nameof(HeartbeatRelay)] = () => RegistryCast.Relay(),
        [nameof(NodeOperator)] = () => RegistryCast.Operator(),
        [nameof(RegistryAdmin)] = () => RegistryCast.Admin(),
        [nameof(RewardsTreasury)] = () => Cast.Treasury(),
        [nameof(PaymentChainNode)] = () => Cast.PaymentChain().Stage,
    };

    public static TheoryData<string> Names() => [.. Actors.Keys];

    public static TheoryData<string> Types() => [.. Samples.Types.Select(type => type.Name)];

    [Fact]
    public void Every_actor_of_the_network_is_on_the_list()
    {
        Assert.Equal(
            typeof(NetworkMessages).Assembly.GetTypes()
                .Where(type => type.IsAssignableTo(typeof(IActor)) && !type.IsAbstract && type.Name != "FlawedActor")
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal),
            Actors.Keys.Select(name => name.Split(' ')[0]).Distinct());
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_message_type_has_somebody_who_handles_it(string type)
    {
        string[] handlers = [.. Actors.Keys.Where(actor => Handles(actor, type))];

        Assert.NotEmpty(handlers);
        if (type is nameof(Started) or nameof(Restarted))
        {
            Assert.Equal(Actors.Keys, handlers);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_actor_handles_what_it_knows_and_ends_the_run_on_everything_else(string actor)
    {
        string[] handled = [.. Samples.Types.Select(type => type.Name).Where(type => Handles(actor, type))];

        Assert.NotEmpty(handled);
        Assert.NotEqual(Samples.Types.Count, handled.Length);
        Assert.Throws<InvariantViolatedException>(() => Actors[actor]().Deliver(new Stranger()));
    }

    // A message that nobody expects at this moment must still be handled: late replies are ordinary.
    private static bool Handles(string actor, string type)
    {
        if (type == nameof(Started))
        {
            return Actors[actor]().Observed.Count > 0;
        }

        Message[] samples = [.. Samples.Of(Samples.Types.Single(candidate => candidate.Name == type)).Where(IsPossible)];
        bool[] handled = [.. samples.Select(sample => Handles(Actors[actor](), sample))];
        Assert.Single(handled.Distinct());
        return handled[0];
    }

    // A stage has started its actor already, and nobody starts twice.
    private static bool IsPossible(Message message) => message is not Started;

    private static bool Handles(Stage stage, Message message)
    {
        try
        {
            stage.HoldsJobs = true;
            stage.Deliver(message, new ActorRef(1));
            return true;
        }
        catch (InvariantViolatedException refusal) when (refusal.Message.Contains("unreachable", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
    }

    private sealed record Stranger : Message
    {
        public override ushort TypeNumber => ushort.MaxValue;

        public override void Write(ref MessageWriter writer)
        {
        }
    }
}
