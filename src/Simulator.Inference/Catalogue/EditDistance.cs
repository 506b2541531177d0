namespace Simulator.Inference.Catalogue;

/// <summary>Levenshtein's distance: how many single-letter edits lie between two texts.</summary>
internal static class EditDistance
{
    private const int LongestCompared = 128;

    public static int Between(string first, string second)
    {
        ReadOnlySpan<char> left = first.AsSpan(0, Math.Min(first.Length, LongestCompared));
        ReadOnlySpan<char> right = second.AsSpan(0, Math.Min(second.Length, LongestCompared));
        Span<int> row = stackalloc int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replace = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replace, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[right.Length];
    }
}
