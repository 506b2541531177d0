using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Network;
using Simulator.Actors.Rpc;
using Simulator.Actors.Tests.Stages;
using Simulator.Actors.Users;
using Simulator.Primitives;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Registry;
using Simulator.Records;

namespace Simulator.Actors.Tests.Users;

/// <summary>A user of the registry chooses among active enclaves, pins their certificates, and asks before it accepts.</summary>
public sealed class RegistryUserTests
{
    private static readonly byte[] Certificate = [7, 7, 7];
    private static readonly SimDuration ToTheFirst = SimDuration.FromSeconds(10);

    [Fact]
    public void It_says_that_it_follows_the_registry_and_reads_it_at_once()
    {
        Stage stage = RegistryCast.Reader();

        Assert.Equal("traders/1", stage.Said<RegistryFollowed>().User);
        Assert.Equal(Deployments.Multicall3, stage.Sent<EthCall>().Contract);
        Assert.Empty(RegistryCast.Reader(StandingCheck.None).AllSaid<RegistryFollowed>());
    }

    [Fact]
    public void It_asks_the_listed_node_over_a_pinned_connection()
    {
        Stage stage = Asking(out PinnedInference asked);

        Assert.Equal(Pins.Of(Certificate), asked.Pin);
        Assert.Null(asked.Request.Session);
        Assert.Equal("honest/1", stage.Said<RequestIssued>().Node);
    }

    [Fact]
    public void With_an_empty_list_a_question_is_refused_in_the_clients_own_words()
    {
        Stage stage = RegistryCast.Reader();
        stage.Deliver(List(1));

        stage.Wait(ToTheFirst);
        stage.Deliver(List(2));

        Assert.Equal(
            (RequestFate.Refused, "No active LLM proxy TEE found in the registry."),
            (stage.Said<RequestFinished>().Fate, stage.Said<RequestFinished>().Reason));
    }

    [Fact]
    public void A_full_node_that_does_not_answer_counts_as_an_empty_list()
    {
        Stage stage = RegistryCast.Reader();

        stage.Wait(ToTheFirst + SimDuration.FromSeconds(1));

        Assert.Equal(User.NoActiveNode, stage.Said<RequestFinished>().Reason);
    }

    [Fact]
    public void An_answer_is_accepted_only_when_its_enclave_is_active_as_read_just_now()
    {
        Stage active = Answered(out ulong call);
        Assert.Empty(active.AllSaid<RequestFinished>());
        active.Deliver(Standing(call, true));
        Stage inactive = Answered(out call);
        inactive.Deliver(Standing(call, false));

        Assert.Equal(RequestFate.Accepted, active.Said<RequestFinished>().Fate);
        Assert.Equal((true, 42L), (active.Said<StandingRead>().Active, active.Said<StandingRead>().Height));
        Assert.Equal(
            (RequestFate.Rejected, "tee_not_active"),
            (inactive.Said<RequestFinished>().Fate, inactive.Said<RequestFinished>().Reason));
    }

    [Fact]
    public void A_user_of_the_list_alone_needs_no_further_question()
    {
        Stage stage = Asking(out PinnedInference asked, StandingCheck.LatestList);
        stage.Forget();

        stage.Deliver(new InferenceReply(1, Papers.Answer(asked.Request.Body, Papers.NodeKey), null, Papers.Price));

        Assert.Empty(stage.AllSent<EthCall>());
        Assert.Equal(RequestFate.Accepted, stage.Said<RequestFinished>().Fate);
        Assert.Equal(42, stage.Said<StandingRead>().Height);
    }

    [Fact]
    public void A_careless_user_asks_nobody_and_says_nothing_of_standing()
    {
        Stage stage = Asking(out PinnedInference asked, StandingCheck.None);

        stage.Deliver(new InferenceReply(1, Papers.Answer(asked.Request.Body, Papers.NodeKey), null, Papers.Price));

        Assert.Equal(RequestFate.Accepted, stage.Said<RequestFinished>().Fate);
        Assert.Empty(stage.AllSaid<StandingRead>());
    }

    [Fact]
    public void A_certificate_that_is_not_the_registered_one_makes_it_read_the_list_and_try_once_more()
    {
        Stage stage = Asking(out _);
        stage.Forget();

        stage.Deliver(new HandshakeFailed(1, HandshakeFailed.CertificateMismatch));
        stage.Deliver(List(2, Entry()));
        Assert.Single(stage.AllSent<PinnedInference>());
        stage.Deliver(new HandshakeFailed(1, HandshakeFailed.CertificateMismatch));

        Assert.Equal(2, stage.AllSaid<ConnectionFailed>().Count);
        Assert.Equal(HandshakeFailed.CertificateMismatch, stage.Said<RequestFinished>().Reason);
    }

    [Fact]
    public void A_refresh_keeps_the_listed_node_and_leaves_one_that_is_gone()
    {
        Stage stage = Asking(out _);
        stage.Wait(SimDuration.FromSeconds(300));
        ulong call = stage.AllSent<EthCall>()[^1].Call;
        stage.Forget();

        stage.Deliver(List(call, Entry(Papers.StrangersKey)));
        stage.Wait(SimDuration.FromSeconds(300));

        Assert.Equal(call + 1, stage.Sent<EthCall>().Call);
    }

    [Fact]
    public void Entries_without_certificate_or_with_a_name_that_leads_nowhere_are_skipped()
    {
        Stage stage = RegistryCast.Reader();

        stage.Deliver(List(1, Entry() with { TlsCertificate = [] }, Entry() with { Endpoint = "https://nowhere.invalid" }));
        stage.Wait(ToTheFirst);
        stage.Deliver(List(2));

        Assert.Empty(stage.AllSent<PinnedInference>());
    }

    private static Stage Asking(out PinnedInference asked, StandingCheck check = StandingCheck.EveryAnswer)
    {
        Stage stage = RegistryCast.Reader(check);
        stage.Deliver(List(1, Entry()));
        stage.Wait(ToTheFirst);
        asked = stage.Sent<PinnedInference>();
        return stage;
    }

    private static Stage Answered(out ulong call)
    {
        Stage stage = Asking(out PinnedInference asked);
        stage.Forget();
        stage.Deliver(new InferenceReply(1, Papers.Answer(asked.Request.Body, Papers.NodeKey), null, Papers.Price));
        call = stage.Sent<EthCall>().Call;
        return stage;
    }

    private static RegistryEntry Entry(EnclaveSigningKey? key = null) => new(
        Papers.PayTo,
        Papers.PayTo,
        RegistryCast.Endpoint,
        (key ?? Papers.NodeKey).Spki.ToArray(),
        Certificate,
        Hash32.Zero,
        0,
        true,
        1,
        1,
        RegistryEntry.NoOhttp,
        0);

    private static EthCallReply List(ulong call, params RegistryEntry[] entries) =>
        new(call, null, AggregateCall.EncodeAnswer(42, [RegistryEntry.EncodeList(entries)]));

    private static EthCallReply Standing(ulong call, bool active) =>
        new(call, null, AggregateCall.EncodeAnswer(42, [new AbiWriter().Boolean(active).ToArray()]));
}
