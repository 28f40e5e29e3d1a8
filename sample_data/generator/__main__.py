"""`python -m sample_data.generator` does what `python -m sample_data.generate` does."""

from sample_data.generate import main

if __name__ == "__main__":
    main()
