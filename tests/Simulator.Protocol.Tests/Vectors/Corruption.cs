namespace Simulator.Protocol.Tests.Vectors;

/// <summary>Every message that differs from the given one in exactly one byte: 255 for each position.</summary>
internal static class Corruption
{
    public static IEnumerable<(int Position, byte[] Message)> OfEveryByte(byte[] message)
    {
        for (int position = 0; position < message.Length; position++)
        {
            for (int difference = 1; difference < 256; difference++)
            {
                byte[] corrupted = [.. message];
                corrupted[position] ^= (byte)difference;
                yield return (position, corrupted);
            }
        }
    }
}
