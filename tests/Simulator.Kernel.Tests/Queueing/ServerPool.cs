namespace Simulator.Kernel.Tests.Queueing;

/// <summary>Servers with one queue: first come, first served, exponential service of mean 1 s.</summary>
internal sealed class ServerPool(int servers, List<double> waits) : IActor
{
    private static readonly DrawPurpose Service = new("service");

    private readonly Queue<(ulong Number, SimTime Arrived)> waiting = new();
    private int busy;

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Ping ping:
                waiting.Enqueue((ping.Number, context.Now));
                break;
            case Parcel:
                busy--;
                break;
            default:
                return;
        }

        while (busy < servers && waiting.TryDequeue(out (ulong Number, SimTime Arrived) next))
        {
            busy++;
            waits.Add((context.Now - next.Arrived).TotalSeconds);
            SimDuration service = context.Random.Draw(Service, next.Number).Exponential(SimDuration.FromSeconds(1));
            context.StartTimer(service, new Parcel(0));
        }
    }
}
