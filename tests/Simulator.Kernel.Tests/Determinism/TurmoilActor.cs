namespace Simulator.Kernel.Tests.Determinism;

/// <summary>Sends, waits, cancels, computes and says so, as its draws decide.</summary>
internal sealed class TurmoilActor : IActor
{
    private static readonly DrawPurpose Choice = new("choice");
    private static readonly DrawPurpose Target = new("target");
    private static readonly DrawPurpose Span = new("span");

    private ulong turn;
    private TimerId timer;

    public void Receive(in Envelope envelope, IActorContext context)
    {
        if (envelope.Message is Started or Restarted)
        {
            context.StartTimer(SimDuration.FromMilliseconds(50), new Parcel(0));
            return;
        }

        ulong number = envelope.Message is Ping ping ? ping.Number : 0;
        context.Observe(new Said($"{envelope.Message.TypeNumber}/{number}"));
        if (envelope.Message is Parcel)
        {
            context.StartTimer(SimDuration.FromMilliseconds(200), new Parcel(0));
            Act(number, context);
        }
        else if (number % 5 != 0)
        {
            Act(number - 1, context);
        }
    }

    private void Act(ulong number, IActorContext context)
    {
        ulong now = ++turn;
        var other = new ActorRef((int)context.Random.Draw(Target, now).Below(Turmoil.Hosts * 2));
        SimDuration span = context.Random.Draw(Span, now).Uniform(SimDuration.Zero, SimDuration.FromMilliseconds(20));
        var next = new Ping(number == 0 ? now % 17 : number);
        switch (context.Random.Draw(Choice, now).Below(8))
        {
            case 0:
                context.Tell(other, next, span);
                break;
            case 1:
                context.Occupy(span);
                break;
            case 2:
                context.CancelTimer(timer);
                timer = context.StartTimer(span + span, next);
                break;
            case 3:
                context.StartJob(null, () => Work(now), span, static result => new Ping(result % 100));
                break;
            case 4:
                JobKey key = JobKey.Of("turmoil", [(byte)(now % 7)]);
                SimDuration least = SimDuration.FromMilliseconds(1);
                context.StartJob(
                    key,
                    () => Work(now % 7),
                    least,
                    r => least + SimDuration.FromMilliseconds((long)(r % 5)),
                    static r => new Ping(r % 90));
                break;
            default:
                context.Tell(other, next);
                break;
        }
    }

    private static ulong Work(ulong input)
    {
        ulong value = input;
        for (int i = 0; i < 2_000; i++)
        {
            value = StableHash.Mix(value);
        }

        return value;
    }
}
