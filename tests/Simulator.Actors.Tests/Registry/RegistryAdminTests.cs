using Simulator.Actors.Rpc;
using Simulator.Actors.Tests.Stages;
using Simulator.Chain.Registry;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.Tests.Registry;

/// <summary>The admin sends its decisions when they are due, and says so.</summary>
public sealed class RegistryAdminTests
{
    [Fact]
    public void A_revocation_and_an_approval_go_out_on_time()
    {
        Stage stage = RegistryCast.Admin();

        stage.Wait(SimDuration.FromSeconds(2));
        Assert.Empty(stage.AllSaid<MeasurementOrdered>());
        stage.Wait(SimDuration.FromSeconds(1));
        Assert.Equal(RevokePcrCall.Function.Value, SelectorOf(stage.Sent<SendRawTransaction>()));
        stage.Forget();
        stage.Wait(SimDuration.FromSeconds(5));

        Assert.True(stage.Said<MeasurementOrdered>().Approved);
        Assert.Contains(stage.AllSent<SendRawTransaction>(), sent => SelectorOf(sent) == ApprovePcrCall.Function.Value);
    }

    [Fact]
    public void After_a_restart_only_what_is_still_due_is_decided()
    {
        Stage stage = RegistryCast.Admin();
        stage.Wait(SimDuration.FromSeconds(4));
        stage.Forget();

        stage.Restart();
        stage.Wait(SimDuration.FromSeconds(10));

        Assert.True(stage.Said<MeasurementOrdered>().Approved);
    }

    private static uint SelectorOf(SendRawTransaction sent)
    {
        Assert.True(SignedTransaction.TryDecode(sent.Raw, out SignedTransaction? signed));
        Assert.True(Selector.TryRead(signed.Transaction.Data, out Selector selector));
        return selector.Value;
    }
}
