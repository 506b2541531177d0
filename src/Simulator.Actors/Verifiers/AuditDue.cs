using Simulator.Kernel;

namespace Simulator.Actors.Verifiers;

/// <summary>It is time to look for answers to check, and to post what was found.</summary>
internal sealed record AuditDue() : Message, IMessage<AuditDue>
{
    public static ushort Number => 376;

    public override ushort TypeNumber => Number;

    public static AuditDue Read(ref MessageReader reader) => new();

    public override void Write(ref MessageWriter writer)
    {
    }
}
