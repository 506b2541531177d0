namespace Simulator.Kernel.Tests.Queueing;

/// <summary>Sends numbered customers with exponential gaps.</summary>
internal sealed class PoissonSource(ActorRef to, double perSecond, int customers) : IActor
{
    private static readonly DrawPurpose Gap = new("inter-arrival");

    private ulong sent;

    public void Receive(in Envelope envelope, IActorContext context)
    {
        if (envelope.Message is Ping)
        {
            context.Tell(to, new Ping(sent++));
        }

        if (sent < (ulong)customers)
        {
            var mean = new SimDuration((long)(1e9 / perSecond));
            context.StartTimer(context.Random.Draw(Gap, sent).Exponential(mean), new Ping(0));
        }
    }
}
