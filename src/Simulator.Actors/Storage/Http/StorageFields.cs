using Simulator.Kernel;

namespace Simulator.Actors.Storage.Http;

/// <summary>What storage messages read besides the kernel's own types.</summary>
internal static class StorageFields
{
    /// <summary>A variable-length number that fits an <see cref="int"/>; whether it makes sense, the node decides.</summary>
    public static int Epochs(this ref MessageReader reader)
    {
        ulong number = reader.VarUInt();
        return number <= int.MaxValue ? (int)number : throw new MessageFormatException("a number of epochs is out of range");
    }
}
