using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Network;
using Simulator.Actors.Rpc;
using Simulator.Actors.Tests.Stages;
using Simulator.Actors.Transactions;
using Simulator.Actors.Users.Purses;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Tests.Users;

/// <summary>A user on credit pays its invoices when it is its habit to.</summary>
public sealed class LatePaymentTests
{
    private static readonly SimDuration Lag = SimDuration.FromSeconds(90);
    private static readonly PostInvoice Invoice = new(7, Papers.PayTo, (UInt256)Papers.Price.BaseUnits);

    [Fact]
    public void Without_a_habit_it_pays_at_once()
    {
        Stage stage = Invoiced(null);

        Assert.Single(stage.AllSent<SendRawTransaction>());
    }

    [Fact]
    public void A_late_payer_lets_the_invoice_lie_and_then_pays_it_once()
    {
        Stage stage = Invoiced(new PaymentLag.Always(Lag));
        Assert.Empty(stage.AllSent<SendRawTransaction>());

        stage.Wait(Lag);

        SendRawTransaction sent = stage.AllSent<SendRawTransaction>()[0];
        stage.Deliver(new GetReceiptReply(1, true, 5, null));
        stage.Wait(Lag);
        Assert.Equal(7UL, stage.Sent<PostRemittance>().Invoice);
        Assert.All(stage.AllSent<SendRawTransaction>(), again => Assert.Equal(sent.Raw, again.Raw));
    }

    [Fact]
    public void After_a_crash_the_invoice_is_still_paid()
    {
        Stage stage = Invoiced(new PaymentLag.Exponential(Lag));

        stage.Restart();
        stage.Wait(Lag * 20);

        Assert.NotEmpty(stage.AllSent<SendRawTransaction>());
    }

    private static Stage Invoiced(PaymentLag? lag)
    {
        Stage stage = Cast.User(settings => settings with
        {
            Mode = PaymentMode.PostPaid,
            PaysAfter = lag,
            AsksUntil = SimTime.Start,
            Account = new TransactionAccount
            {
                Key = settings.Key,
                FullNode = Cast.Chain,
                ChainId = Deployments.BaseChainId,
                SigningTime = settings.SigningTime,
            },
        }).Stage;
        stage.Deliver(Invoice, Cast.FirstGateway);
        return stage;
    }
}
