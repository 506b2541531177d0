namespace Simulator.Kernel;

/// <summary>The first message of every actor: the run begins (time 0, hop 0), from itself.</summary>
public sealed record Started : Message, IMessage<Started>
{
    internal static readonly Started Instance = new();

    public static ushort Number => 1;

    public override ushort TypeNumber => Number;

    public static Started Read(ref MessageReader reader) => Instance;

    public override void Write(ref MessageWriter writer)
    {
    }
}
